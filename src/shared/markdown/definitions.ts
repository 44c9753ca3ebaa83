import type { Nodes, RootContent } from 'mdast'

/** Addresses by the name that links call them by; the first of a name counts. */
export type Targets = ReadonlyMap<string, string>

export const NO_TARGETS: Targets = new Map()

export function targetsIn(nodes: readonly RootContent[]): Targets {
  const found = nodes.flatMap(definitionsBelow)
  return found.length === 0 ? NO_TARGETS : new Map(found.toReversed())
}

function definitionsBelow(node: Nodes): readonly (readonly [string, string])[] {
  if (node.type === 'definition') return [[node.identifier, node.url]]
  return 'children' in node && !isOfWords(node) ? node.children.flatMap(definitionsBelow) : []
}

/** Nothing is defined in the middle of a sentence. */
function isOfWords({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'table'
}

interface Taken {
  readonly nodes: readonly RootContent[]
  readonly text: string
  readonly start: number
  readonly shift: number
}

/** What links of other blocks may point at, as it stands in the text; those inside quotes and lists count in their own block alone. */
export const definitionsIn = ({ nodes, text, start, shift }: Taken): readonly string[] =>
  nodes.flatMap(({ type, position }) => {
    if (type !== 'definition' && type !== 'footnoteDefinition') return []
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
    return [text.slice(from + shift - start, to + shift - start)]
  })
