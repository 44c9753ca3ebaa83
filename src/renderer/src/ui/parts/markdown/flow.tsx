import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast'
import type { ReactNode } from 'react'
import { withoutUnseen } from '../../../../../shared/text/plain-line'
import { say } from '../../../../../shared/words/say'
import { CodeCard } from './code-card'
import { Leaf } from './leaf'
import { isIn, leafOf, linesOf, type Look, startOf } from './look'
import { DrawnTable } from './table'
import { drawWords } from './words'

/** A heading of an answer is below those of the page. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const

type FlowNode = BlockContent | DefinitionContent | RootContent

/** Blocks, one below the other. */
export const drawFlow = (nodes: readonly FlowNode[], look: Look, tight = false): readonly ReactNode[] =>
  nodes.filter((node) => node.type !== 'definition' && isIn(node, look)).map((node) => <Flow key={startOf(node, look)} node={node} look={look} tight={tight} />)

interface FlowProps {
  readonly node: FlowNode
  readonly look: Look
  /** In a list without empty lines a paragraph is just its words. */
  readonly tight: boolean
}

function Flow({ node, look, tight }: FlowProps): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return tight ? drawWords(node.children, look) : <p dir="auto">{drawWords(node.children, look)}</p>
    case 'heading': {
      const Heading = HEADINGS[Math.min(node.depth, HEADINGS.length) - 1] ?? 'h6'
      return <Heading dir="auto" data-depth={node.depth}>{drawWords(node.children, look)}</Heading>
    }
    case 'blockquote':
      return <blockquote>{drawFlow(node.children, look)}</blockquote>
    case 'list':
      return <DrawnList list={node} look={look} />
    case 'code':
      return <CodeCard {...linesOf(node, look)} language={node.lang ?? ''} />
    case 'html':
      return <p className="raw" dir="auto"><Leaf {...leafOf(node, look)} /></p>
    case 'table':
      return <DrawnTable table={node} look={look} />
    case 'thematicBreak':
      return <hr />
    case 'footnoteDefinition':
      return <div className="note"><sup>{withoutUnseen(node.label ?? node.identifier)}</sup><div>{drawFlow(node.children, look)}</div></div>
    default:
      return null // nothing else stands here
  }
}

/** With the numbers of the answer, also where only the end of it is drawn. */
function DrawnList({ list, look }: { readonly list: List; readonly look: Look }) {
  const first = list.children.findIndex((item) => isIn(item, look))
  const items = list.children.filter((item) => isIn(item, look)).map((item) => <Item key={startOf(item, look)} item={item} spread={isSpread(list)} look={look} />)
  return list.ordered === true ? <ol start={(list.start ?? 1) + Math.max(0, first)}>{items}</ol> : <ul>{items}</ul>
}

function isSpread({ spread, children }: List): boolean {
  return spread === true || children.some((item) => item.spread === true)
}

interface ItemProps {
  readonly item: ListItem
  readonly spread: boolean
  readonly look: Look
}

function Item({ item, spread, look }: ItemProps) {
  const goesOn = startOf(item, look) < look.from
  return (
    <li data-goes-on={goesOn || undefined} data-task={typeof item.checked === 'boolean' || undefined} dir="auto">
      {typeof item.checked === 'boolean' && !goesOn && <input type="checkbox" checked={item.checked} disabled readOnly aria-label={say(item.checked ? 'answers.task-done' : 'answers.task-open')} />}
      {drawFlow(item.children, look, !spread)}
    </li>
  )
}
