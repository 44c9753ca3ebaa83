import type { ConversationItem } from '../conversation'
import type { ItemId } from '../ids'
import type { GivenPassage } from './passages'

/** A place in a file, and the call that gave it to the model: by both it is opened. */
export interface Source extends GivenPassage {
  readonly call: ItemId
}

/** What an answer rests on, as far as it says so. */
export interface Citations {
  /** Given, and named in the answer. */
  readonly named: readonly Source[]
  /** Given, where the answer names none of them. */
  readonly unnamed: readonly Source[]
  /** Named ("A9"), and never given. */
  readonly unknown: readonly string[]
  /** It was looked for, and there was nothing. */
  readonly nothingFound: boolean
}

interface Given {
  /** By what the model calls them. A later search may begin with the same letter again: the nearest one counts. */
  readonly byCite: Map<string, Source>
  /** Since the person last spoke. */
  readonly turn: Source[]
  searches: number
  /** Whether the question is in sight that the answer belongs to. */
  isWhole: boolean
}

/**
 * What of each answer rests on which passages. `isWhole`: nothing stands before these items; where something may, only a question begins what
 * can be judged, since what was given before it is not known.
 */
export function citationsIn(items: readonly ConversationItem[], isWhole: boolean): ReadonlyMap<ItemId, Citations> {
  const given: Given = { byCite: new Map(), turn: [], searches: 0, isWhole }
  const found = new Map<ItemId, Citations>()
  for (const item of items) {
    if (item.role === 'user') ask(given)
    else if (item.kind === 'tool') take(given, item)
    else {
      const citations = citationsOf(item.text, given)
      if (citations !== null) found.set(item.id, citations)
    }
  }
  return found
}

function ask(given: Given): void {
  given.turn.length = 0
  given.searches = 0
  given.isWhole = true
}

function take(given: Given, { id, tool }: ConversationItem): void {
  const passages = tool?.account?.passages
  if (passages === undefined) return
  given.searches += 1
  for (const passage of passages) {
    const source: Source = { ...passage, call: id }
    given.byCite.set(passage.cite, source)
    given.turn.push(source)
  }
}

/** "A1" or "[A1]", as the passages are called. */
const CITE = /(?<open>[[(]\s*)?(?<![\p{L}\p{N}])(?<cite>[A-Z]{1,2}\d{1,2})(?![\p{L}\p{N}])/gu

function citationsOf(text: string, given: Given): Citations | null {
  const cites = [...text.matchAll(CITE)].map(({ groups }) => ({ cite: groups?.['cite'] ?? '', isMarked: groups?.['open'] !== undefined }))
  const byCite = cites.flatMap(({ cite }) => given.byCite.get(cite) ?? [])
  const isKnown = ({ folder, path }: Source) => byCite.some((source) => source.folder === folder && source.path === path)
  const named = unique([...byCite, ...given.turn.filter((source) => !isKnown(source) && names(text, source.file))])
  const unknown = given.isWhole ? unknownAmong(cites, given) : []
  const unnamed = named.length > 0 ? [] : unique(given.turn)
  const nothingFound = given.searches > 0 && given.turn.length === 0
  return named.length + unknown.length + unnamed.length === 0 && !nothingFound ? null : { named, unnamed, unknown, nothingFound }
}

const letterOf = (cite: string): string => cite.replace(/\d+$/u, '')

/** Without brackets "A4" may be a sheet of paper: then only a letter that a search of this turn had makes a citation of it. */
function unknownAmong(cites: readonly { readonly cite: string; readonly isMarked: boolean }[], { byCite, turn }: Given): readonly string[] {
  const letters = new Set(turn.map(({ cite }) => letterOf(cite)))
  const unknown = cites.filter(({ cite, isMarked }) => !byCite.has(cite) && (letters.has(letterOf(cite)) || (isMarked && byCite.size > 0)))
  return [...new Set(unknown.map(({ cite }) => cite))]
}

const SHORTEST_NAME = 4
const folded = (text: string): string => ` ${text.toLowerCase().normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `

/** The name of the file without its ending, as it is said. */
function names(text: string, file: string): boolean {
  const name = folded(file.replace(/\.[^.]+$/u, ''))
  return name.trim().length >= SHORTEST_NAME && folded(text).includes(name)
}

/** One place once, however often it was found. */
function unique(sources: readonly Source[]): readonly Source[] {
  const seen = new Map(sources.map((source) => [JSON.stringify([source.folder, source.path, source.page, source.heading]), source]))
  return [...seen.values()]
}
