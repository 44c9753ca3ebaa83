import type { List, ListItem, Nodes, RootContent } from 'mdast'
import { type Block, type Blocks, blocksOf } from './blocks'
import type { Targets } from './definitions'

/** As long as what the panel draws by itself: marks of longer texts stay, as taking them apart would hold up whoever waits for it. */
const MOST_CHARS = 64 * 1_024
/** What a text without any of these may be left as it is. */
const MARKS = /[*_`#>~|[\\<&]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^[ \t]*(?:-+|=+)[ \t]*$/mu

/** What stands in place of marks. `from` and `to`: where in the marked text it is. */
interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

interface Manner {
  /** Behind the words of a link, where it leads. */
  readonly addresses: boolean
  readonly shift: number
  readonly targets: Targets
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** The words of an answer, for whoever shows no Markdown: titles, lists, captions. `grows`: it is the beginning of a longer one, so what is not decided is left out. */
export const withoutMarks = (text: string, { grows = false }: { readonly grows?: boolean } = {}): string => (isPlain(text) ? text : textOf(piecesOf(blocksOf(text, grows), false)))

/** The same before and from `at` of a text, for plain text to keep: an address is not lost. */
export function partsWithoutMarks(text: string, at: number): readonly [string, string] {
  if (isPlain(text)) return [text.slice(0, at), text.slice(at)]
  const pieces = piecesOf(blocksOf(text, false), true)
  return [textOf(pieces.map((piece) => cut(piece, 0, at))), textOf(pieces.map((piece) => cut(piece, at, text.length)))]
}

function isPlain(text: string): boolean {
  return text.length > MOST_CHARS || !MARKS.test(text)
}

/** What is shorter than its source, for escapes or an address, is cut in proportion. */
function cut({ text, from, to }: Piece, start: number, end: number): Piece {
  const place = (at: number): number => (at <= from ? 0 : at >= to ? text.length : Math.round((text.length * (at - from)) / (to - from)))
  return { text: text.slice(place(start), place(end)), from, to }
}

function piecesOf({ finished, last }: Blocks, addresses: boolean): readonly Piece[] {
  const blocks = last === null ? finished : [...finished, last]
  return joined(blocks.map(({ nodes, shift, targets }: Block) => flow(nodes, { addresses, shift, targets })), '\n\n')
}

function flow(nodes: readonly RootContent[], manner: Manner, between = '\n\n'): readonly Piece[] {
  return joined(nodes.map((node) => wordsOf(node, manner)), between)
}

/** `between` those that hold a word; it belongs to what is behind it. */
function joined(parts: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return parts.filter((pieces) => pieces.length > 0).flatMap((pieces, index) => (index === 0 ? pieces : [mark(between, pieces), ...pieces]))
}

/** Something of our own, right before `pieces`. */
function mark(text: string, pieces: readonly Piece[]): Piece {
  const at = pieces[0]?.from ?? 0
  return { text, from: at, to: at }
}

function wordsOf(node: Nodes, manner: Manner): readonly Piece[] {
  switch (node.type) {
    case 'definition':
    case 'thematicBreak':
      return []
    case 'break':
      return [pieceOf('\n', node, manner)]
    case 'image':
    case 'imageReference':
      return [pieceOf(node.alt ?? '', node, manner), ...addressOf(node, node.alt ?? '', manner)]
    case 'link':
    case 'linkReference': {
      const words = flow(node.children, manner, '')
      return [...words, ...addressOf(node, textOf(words), manner)]
    }
    case 'footnoteReference':
      return [pieceOf(`[${node.label ?? node.identifier}]`, node, manner)]
    case 'list':
      return joined(node.children.map((item, index) => itemOf(item, signOf(node, item, index), manner)), '\n')
    case 'table':
      return joined(node.children.map((row) => wordsOf(row, manner)), '\n')
    case 'tableRow':
      return node.children.flatMap((cell, index) => [...(index === 0 ? [] : [pieceOf('\t', cell, manner)]), ...wordsOf(cell, manner)])
    case 'footnoteDefinition':
      return itemOf(node, `[${node.label ?? node.identifier}]`, manner)
    case 'blockquote':
      return flow(node.children, manner)
    default:
      if ('value' in node) return node.value === '' ? [] : [pieceOf(node.value, node, manner)]
      return 'children' in node ? flow(node.children, manner, '') : []
  }
}

function pieceOf(text: string, { position }: Nodes, { shift }: Manner): Piece {
  return { text, from: (position?.start.offset ?? 0) + shift, to: (position?.end.offset ?? 0) + shift }
}

interface Leading {
  readonly type: 'link' | 'linkReference' | 'image' | 'imageReference'
  readonly url?: string
  readonly identifier?: string
}

function addressOf(node: Nodes & Leading, words: string, manner: Manner): readonly Piece[] {
  const address = node.url ?? manner.targets.get(node.identifier ?? '') ?? ''
  if (!manner.addresses || address === '' || address.replace(/^mailto:/u, '') === words || address === `http://${words}`) return []
  const { to } = pieceOf('', node, manner)
  return [{ text: `${words === '' ? '' : ' '}(${address})`, from: to - 1, to }]
}

function signOf({ ordered, start }: List, { checked }: ListItem, index: number): string {
  if (typeof checked === 'boolean') return checked ? '☑' : '☐'
  return ordered === true ? `${String((start ?? 1) + index)}.` : '•'
}

/** Lines behind the first stand below its words. */
function itemOf(item: Extract<Nodes, { readonly type: 'listItem' | 'footnoteDefinition' }>, sign: string, manner: Manner): readonly Piece[] {
  const words = flow(item.children, manner, '\n')
  const indent = `\n${' '.repeat(sign.length + 1)}`
  return [mark(`${sign} `, words.length === 0 ? [pieceOf('', item, manner)] : words), ...words.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', indent) }))]
}
