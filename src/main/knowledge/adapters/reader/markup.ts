import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import TurndownService from 'turndown'
import type { Section } from '../../core/document'
import { FILE_LIMITS } from '../../core/limits'
import { markdownSections } from '../../core/markdown'
import { Unread } from './unread'

/** Of a page, what no reader sees either. What hides text hides it from the person who would judge it. */
const UNSEEN = 'script, style, noscript, template, svg, canvas, iframe, object, [hidden], [aria-hidden="true"]'
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*(?:0+(?:\.0*)?|\.0+)(?![\d.]))/iu
const isHidden = (style: string): boolean => HIDING.test(style.replace(/\/\*.*?\*\//gsu, ''))

type Page = ReturnType<typeof parseHTML>['document']

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' })
// It is read and searched, not rendered.
turndown.escape = (text) => text
turndown.addRule('words of links', { filter: ['a', 'em', 'i', 'strong', 'b', 'code', 'u', 's', 'sub', 'sup', 'mark'], replacement: (content) => content })
turndown.addRule('no pictures', { filter: ['img', 'picture', 'video', 'audio'], replacement: () => '' })
turndown.addRule('cells', { filter: ['td', 'th'], replacement: (content) => `${content.trim().replace(/\s+/gu, ' ')} | ` })
turndown.addRule('rows', { filter: ['tr'], replacement: (content) => `\n${content.trim().replace(/\|$/u, '').trim()}\n` })

/** The sections of a page. `article`: only what it is about, without menus and footers, where that can be told. */
export function markupSections(markup: string, part: 'article' | 'all', page: number | null = null): readonly Section[] {
  if (markup.length > FILE_LIMITS.markupChars) throw new Unread('too-long')
  const { document } = parseHTML(/<html[\s>]/iu.test(markup.slice(0, 10_000)) ? markup : `<html><body>${markup}</body></html>`)
  for (const unseen of document.querySelectorAll(UNSEEN)) unseen.remove()
  for (const styled of document.querySelectorAll('[style]')) if (isHidden(styled.getAttribute('style') ?? '')) styled.remove()
  const body = part === 'article' ? (articleOf(document) ?? document.body) : document.body
  return markdownSections(turndown.turndown(body as unknown as TurndownService.Node), page)
}

const MENUS = 'nav, header nav, footer, aside'
/** Readability is made for newspapers: where it leaves out most of a page, it has not understood it. */
const LEAST_SHARE = 0.4

function articleOf(document: Page): Page['body'] | null {
  const all = (document.body?.textContent ?? '').trim().length
  const copy = document.cloneNode(true) as Page
  const article = new Readability(copy as unknown as ConstructorParameters<typeof Readability>[0], { charThreshold: 200 }).parse()
  if (article?.content === null || article?.content === undefined || (article.textContent ?? '').trim().length < all * LEAST_SHARE) {
    for (const menu of document.querySelectorAll(MENUS)) menu.remove()
    return null
  }
  const title = (document.querySelector('h1')?.textContent ?? article.title ?? '').trim()
  // It makes a second heading of the first, or leaves it out as the page's own title.
  const { document: clean } = parseHTML(`<html><body>${article.content}</body></html>`)
  if (title !== '' && ![...clean.querySelectorAll('h1, h2')].some(({ textContent }) => textContent?.trim() === title)) {
    const heading = clean.createElement('h1')
    heading.textContent = title
    clean.body.prepend(heading)
  }
  return clean.body
}
