import { memo } from 'react'
import type { Block } from '../../../../../shared/markdown/blocks'
import { drawFlow } from './flow'
import './markdown.css'

interface MarkdownProps {
  readonly blocks: readonly Block[]
  /** Places of the text; what is outside of them is not drawn. */
  readonly from?: number
  readonly to?: number
}

interface DrawnProps {
  readonly block: Block
  readonly from: number
  readonly to: number
}

const Drawn = memo(
  function Drawn({ block: { nodes, shift, targets }, from, to }: DrawnProps) {
    return drawFlow(nodes, { from, to, shift, targets, inLink: false })
  },
  (before, after) => before.block === after.block && sideOf(before) === sideOf(after),
)

/** A text that has been taken apart. A block is drawn again only when it is another object. */
export const Markdown = ({ blocks, from = 0, to = Number.POSITIVE_INFINITY }: MarkdownProps) =>
  blocks.map((block, index) => block.start < to && block.start + block.text.length > from && <Drawn key={index} block={block} from={from} to={to} />)

/** Only the block in which somebody stopped hearing looks different when that place moves. */
function sideOf({ block: { start, text }, from, to }: DrawnProps): string {
  return [from, to].map((at) => (at > start && at < start + text.length ? String(at) : '')).join(' ')
}
