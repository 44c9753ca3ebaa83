import type { Nodes } from 'mdast'
import type { Targets } from '../../../../../shared/markdown/definitions'

/** What of a block is drawn, by the places of the whole text: the part before or behind where somebody stopped hearing it, or all. */
export interface Look {
  readonly from: number
  readonly to: number
  /** From the offsets of nodes to places in the text. */
  readonly shift: number
  readonly targets: Targets
  /** A link in a link is none. */
  readonly inLink: boolean
}

interface Leaf {
  readonly text: string
  readonly from: number
  readonly to: number
}

export const startOf = ({ position }: Nodes, { shift }: Look): number => (position?.start.offset ?? 0) + shift

export const endOf = ({ position }: Nodes, { shift }: Look): number => (position?.end.offset ?? 0) + shift

/** Something of it is in sight. What cannot be divided belongs where it begins. */
export function isIn(node: Nodes, look: Look): boolean {
  const start = startOf(node, look)
  if (start >= look.to) return false
  return 'children' in node || 'value' in node ? endOf(node, look) > look.from : start >= look.from
}

/** Where in its value a place of the text is; escapes and entities make it shorter than its source, then in proportion. */
function placeIn(node: Nodes & { readonly value: string }, at: number, look: Look): number {
  const [start, end] = [startOf(node, look), endOf(node, look)]
  return Math.min(node.value.length, Math.max(0, Math.round((node.value.length * (at - start)) / Math.max(1, end - start))))
}

export function leafOf(node: Nodes & { readonly value: string }, look: Look): Leaf {
  const [start, end] = [startOf(node, look), endOf(node, look)]
  if (start >= look.from && end <= look.to) return { text: node.value, from: start, to: end }
  const text = node.value.slice(placeIn(node, look.from, look), placeIn(node, look.to, look))
  return { text, from: Math.max(start, look.from), to: Math.min(end, look.to) }
}

/** Cut at the end of a line. */
export function linesOf(node: Nodes & { readonly value: string }, look: Look): Leaf {
  const cut = (at: number) => (at <= startOf(node, look) ? 0 : at >= endOf(node, look) ? node.value.length : node.value.lastIndexOf('\n', placeIn(node, at, look)) + 1)
  const [from, to] = [cut(look.from), cut(look.to)]
  return { ...leafOf(node, look), text: node.value.slice(from, to < node.value.length ? Math.max(from, to - 1) : to) }
}
