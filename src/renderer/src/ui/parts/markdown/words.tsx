import type { PhrasingContent } from 'mdast'
import type { ReactNode } from 'react'
import { withoutUnseen } from '../../../../../shared/text/plain-line'
import { Leaf } from './leaf'
import { Link } from './link'
import { endOf, isIn, leafOf, type Look, startOf } from './look'

/** Words of a block. Raw HTML is shown as it is written, and an image is a link: nothing is fetched. */
export const drawWords = (nodes: readonly PhrasingContent[], look: Look): readonly ReactNode[] =>
  nodes.filter((node) => isIn(node, look)).map((node) => <Word key={startOf(node, look)} node={node} look={look} />)

function Word({ node, look }: { readonly node: PhrasingContent; readonly look: Look }): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return <Leaf {...leafOf(node, look)} />
    case 'inlineCode':
      return <code><Leaf {...leafOf(node, look)} /></code>
    case 'emphasis':
      return <em>{drawWords(node.children, look)}</em>
    case 'strong':
      return <strong>{drawWords(node.children, look)}</strong>
    case 'delete':
      return <del>{drawWords(node.children, look)}</del>
    case 'break':
      return <br />
    case 'link':
      return linked(node.url, drawWords(node.children, { ...look, inLink: true }), look)
    case 'linkReference':
      return linked(look.targets.get(node.identifier) ?? '', drawWords(node.children, { ...look, inLink: true }), look)
    case 'image':
      return linked(node.url, namedBy(node.alt, node, look), look)
    case 'imageReference':
      return linked(look.targets.get(node.identifier) ?? '', namedBy(node.alt, node, look), look)
    case 'footnoteReference':
      return <sup>{namedBy(node.label ?? node.identifier, node, look)}</sup>
  }
}

function linked(address: string, words: ReactNode, { inLink }: Look): ReactNode {
  return (inLink ? words : <Link to={address}>{words}</Link>)
}

function namedBy(name: string | null | undefined, node: PhrasingContent, look: Look) {
  return <Leaf text={withoutUnseen(name ?? '')} from={startOf(node, look)} to={endOf(node, look)} />
}
