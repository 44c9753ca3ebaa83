import type { RootContent } from 'mdast'
import { definitionsIn, NO_TARGETS, type Targets, targetsIn } from './definitions'
import { isOrdinary, parseMarkdown } from './parse'
import { steadyEnd } from './unfinished'

/** A piece of a text that is drawn by itself. */
export interface Block {
  /** Where it begins in the text. */
  readonly start: number
  readonly text: string
  readonly nodes: readonly RootContent[]
  /** To the offsets of its nodes, for their place in the text. */
  readonly shift: number
  /** Where its links by name lead. */
  readonly targets: Targets
}

/** A text taken apart. Blocks that are finished are the same objects as long as the text goes on from where it was. */
export interface Blocks {
  readonly text: string
  readonly finished: readonly Block[]
  /** The last one, while the text grows: it is taken apart again with every word. */
  readonly last: Block | null
  /** What links and footnotes of the text may point at. */
  readonly definitions: string
}

export const NO_BLOCKS: Blocks = { text: '', finished: [], last: null, definitions: '' }

/** `grows`: more may come behind it. */
export function blocksOf(text: string, grows: boolean, before: Blocks = NO_BLOCKS): Blocks {
  if (text === before.text && grows === (before.last !== null)) return before
  const known = before.last !== null && text.startsWith(before.text) ? before : NO_BLOCKS // a text that had ended goes on in its last paragraph
  const start = endOf(known.finished)
  const rest = text.slice(start)
  if (!isOrdinary(rest)) return plainEnd(known, text, grows)
  const found = takeApart(rest, start, known.definitions)
  const count = grows ? stillOpen(found, text) : found.length
  const next = withDefinitions(known, found.slice(0, count))
  const isNew = next.definitions !== known.definitions
  if (!grows) return { text, ...next, last: null }
  const end = endOf(next.finished)
  const last = isNew ? blockOf(text.slice(end), end, next.definitions) : joined(found.slice(count), text, end)
  return { text, ...next, last: steadied(last, next.definitions) }
}

function endOf(blocks: readonly Block[]): number {
  const last = blocks.at(-1)
  return last === undefined ? 0 : last.start + last.text.length
}

/** One block for each node; the lines between two belong to the first. */
function takeApart(text: string, start: number, definitions: string): readonly Block[] {
  const prefix = definitions === '' ? '' : `${definitions}\n\n`
  const all = parseMarkdown(prefix + text)
  const targets = targetsIn(all)
  const nodes = all.filter(({ position }) => offset(position?.start.offset) >= prefix.length)
  const starts = nodes.map((node, index) => (index === 0 ? 0 : startBehind(text, nodes[index - 1], node, prefix.length)))
  return nodes.map((node, index) => {
    const from = starts[index] ?? 0
    return { start: start + from, text: text.slice(from, starts[index + 1] ?? text.length), nodes: [node], shift: start - prefix.length, targets }
  })
}

function offset(given: number | undefined): number {
  return given ?? 0
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** micromark says of an underlined heading that it begins with the definition before it. */
function startBehind(text: string, former: RootContent | undefined, node: RootContent, prefix: number): number {
  const [end, start] = [offset(former?.position?.end.offset) - prefix, offset(node.position?.start.offset) - prefix]
  return start < end ? text.indexOf('\n', end) + 1 : lineStart(text, start)
}

/** A block is finished once the first line of another one behind it is whole: before that, the line may still turn out to go on with it. */
function stillOpen(blocks: readonly Block[], text: string): number {
  return Math.max(0, blocks.findLastIndex(({ start }) => text.indexOf('\n', start) !== -1))
}

/** What is pointed at may stand behind what points at it: those blocks are taken apart once more. */
function withDefinitions(known: Blocks, closed: readonly Block[]): Pick<Blocks, 'finished' | 'definitions'> {
  const added = closed.flatMap(definitionsIn)
  if (added.length === 0) return { finished: closed.length === 0 ? known.finished : [...known.finished, ...closed], definitions: known.definitions }
  const definitions = [known.definitions, ...added].filter((each) => each !== '').join('\n\n')
  const again = (block: Block): Block => (block.text.includes('[') ? blockOf(block.text, block.start, definitions) : block)
  return { finished: [...known.finished.map(again), ...closed], definitions }
}

function joined(blocks: readonly Block[], text: string, start: number): Block {
  return {
    start,
    text: text.slice(start),
    nodes: blocks.flatMap(({ nodes }) => nodes),
    shift: blocks[0]?.shift ?? start,
    targets: blocks[0]?.targets ?? NO_TARGETS,
  }
}

/** All of a text in one block. */
function blockOf(text: string, start: number, definitions: string): Block {
  return { ...joined(takeApart(text, start, definitions), text, 0), start }
}

const isCode = (nodes: readonly RootContent[]): boolean => nodes.at(-1)?.type === 'code' || nodes.at(-1)?.type === 'html'

/** What is not decided yet is not drawn. */
function steadied(block: Block, definitions: string): Block {
  const steady = isCode(block.nodes) ? block.text : steadyEnd(block.text)
  return steady === block.text ? block : { ...blockOf(steady, block.start, definitions), text: block.text }
}

/** As it is, in one piece. */
function plainEnd(known: Blocks, text: string, grows: boolean): Blocks {
  const start = endOf(known.finished)
  const rest = text.slice(start)
  const block: Block = { start, text: rest, nodes: [{ type: 'html', value: rest, position: { start: place(0), end: place(rest.length) } }], shift: start, targets: NO_TARGETS }
  return grows ? { ...known, text, last: block } : { ...known, text, finished: [...known.finished, block], last: null }
}

function place(at: number) {
  return { line: 1, column: 1, offset: at }
}
