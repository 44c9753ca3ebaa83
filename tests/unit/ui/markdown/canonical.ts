import { parseHTML } from 'linkedom'
import { canOpen } from '../../../../src/shared/markdown/addresses'

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'h3', 'h4', 'h5', 'h6', 'table'])
/** Ours, around what the specification knows. */
const UNWRAPPED = new Set(['span', 'div'])

const collapsed = (text: string): string => text.replace(/\s+/g, ' ')

const level = (name: string): string => name.replace(/^h([1-6])$/, (_, depth: string) => `h${String(Math.min(6, Number(depth) + 2))}`)

/**
 * One form for both sides. What is known to be different, and wished so: headings stand two levels lower, below those of the page; an
 * image is its words, linked; a link is one without `href`, and what may not be opened is words; titles of links are not shown.
 */
export function canonical(html: string, ours: boolean): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  for (const head of document.querySelectorAll('.code-head')) head.remove()
  return clean(Array.from(document.body.childNodes, (node) => form(node, ours, false)).join(''))
}

function clean(text: string): string {
  return text.replace(/ *(<\/?(?:p|ul|ol|li|blockquote|pre|hr|h[3-6]|br)[^>]*>) */g, '$1').trim()
}

function form(node: ChildNode, ours: boolean, inCode: boolean): string {
  if (node.nodeType === 3) return escaped(inCode ? (node.textContent ?? '') : collapsed(node.textContent ?? ''))
  if (node.nodeType !== 1) return ''
  return element(node as unknown as Element, ours, inCode)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function element(node: Element, ours: boolean, inCode: boolean): string {
  const name = ours ? node.localName : level(node.localName)
  const children = Array.from(node.childNodes, (child) => form(child, ours, inCode || name === 'pre')).join('')
  if (name === 'img') return linkTo(node.getAttribute('src'), escaped(collapsed(node.getAttribute('alt') ?? '')))
  if (name === 'a') return linkTo(node.getAttribute(ours ? 'title' : 'href'), children)
  if (UNWRAPPED.has(name)) return children
  if (name === 'pre') return `<pre>${withoutLastLine(children.replace(/<\/?code>/g, ''), ours)}</pre>`
  const start = name === 'ol' && node.getAttribute('start') !== '1' && node.hasAttribute('start') ? ` ${node.getAttribute('start') ?? ''}` : ''
  return BLOCKS.has(name) || children !== '' || name === 'br' ? `<${name}${start}>${children}</${name}>` : ''
}

function linkTo(address: string | null, words: string): string {
  if (address === null || !canOpen(address)) return words
  return `<a ${decoded(address)}>${words}</a>`
}

function decoded(address: string): string {
  return new URL(address).href
}

/** The specification ends code with a line break. */
function withoutLastLine(code: string, ours: boolean): string {
  return (ours ? code : code.replace(/\n$/, ''))
}
