import type { ConversationItem } from '../conversation'
import type { ItemId } from '../ids'
import { sameJson } from '../same-json'
import { citesIn, namedIn } from './naming'
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
  readonly byCite: ReadonlyMap<string, Source>
  /** Since the person last spoke. */
  readonly turn: readonly Source[]
  readonly searches: number
  /** Whether the question is in sight that the answer belongs to. */
  readonly isWhole: boolean
}

const NOTHING: Given = { byCite: new Map(), turn: [], searches: 0, isWhole: false }

type Memory<T> = WeakMap<Given, WeakMap<ConversationItem, T>>

/**
 * Judges the answers of one conversation, again with every word that comes. An item that stays the same object is judged once, and what is
 * found of an answer stays the same object as long as it says the same: rows are drawn again by that.
 */
export class CitationReader {
  private readonly whole: Given = { ...NOTHING, isWhole: true }
  private readonly asked = new WeakMap<Given, Given>()
  private readonly taken: Memory<Given> = new WeakMap()
  private readonly judged: Memory<Citations | null> = new WeakMap()
  private last: ReadonlyMap<ItemId, Citations> = new Map()

  /**
   * What of each answer rests on which passages. `isWhole`: nothing stands before these items; where something may, only a question begins
   * what can be judged, since what was given before it is not known.
   */
  read(items: readonly ConversationItem[], isWhole: boolean): ReadonlyMap<ItemId, Citations> {
    let given = isWhole ? this.whole : NOTHING
    const found = new Map<ItemId, Citations>()
    for (const item of items) {
      if (item.role === 'user') given = this.ask(given)
      else if (item.kind === 'tool') given = remembered(this.taken, given, item, take)
      else {
        const citations = remembered(this.judged, given, item, citationsOf)
        if (citations !== null) found.set(item.id, this.asBefore(item.id, citations))
      }
    }
    this.last = found
    return found
  }

  /** The words of the question change nothing. */
  private ask(given: Given): Given {
    const known = this.asked.get(given) ?? { ...given, turn: [], searches: 0, isWhole: true }
    this.asked.set(given, known)
    return known
  }

  private asBefore(id: ItemId, citations: Citations): Citations {
    const before = this.last.get(id)
    return before !== undefined && sameJson(before, citations) ? before : citations
  }
}

function remembered<T>(memory: Memory<T>, given: Given, item: ConversationItem, judge: (given: Given, item: ConversationItem) => T): T {
  const known = memory.get(given) ?? new WeakMap<ConversationItem, T>()
  memory.set(given, known)
  const before = known.get(item)
  if (before !== undefined) return before
  const judged = judge(given, item)
  known.set(item, judged)
  return judged
}

function take(given: Given, { id, tool }: ConversationItem): Given {
  const passages = tool?.account?.passages
  if (passages === undefined) return given
  const sources = passages.map((passage): Source => ({ ...passage, call: id }))
  return { ...given, byCite: new Map([...given.byCite, ...sources.map((source) => [source.cite, source] as const)]), turn: [...given.turn, ...sources], searches: given.searches + 1 }
}

function citationsOf({ byCite, turn, searches, isWhole }: Given, { text }: ConversationItem): Citations | null {
  const { marked, loose } = citesIn(text)
  const ofTurn = new Set(turn.map(({ cite }) => cite))
  const cited = [...marked, ...loose.filter((cite) => ofTurn.has(cite))].flatMap((cite) => byCite.get(cite) ?? [])
  const isCited = ({ folder, path }: Source) => cited.some((source) => source.folder === folder && source.path === path)
  const named = unique([...cited, ...namedIn(text, turn).filter((source) => !isCited(source))])
  const unknown = isWhole && searches + byCite.size > 0 ? marked.filter((cite) => !byCite.has(cite)) : []
  const unnamed = named.length > 0 ? [] : unique(turn)
  const nothingFound = searches > 0 && turn.length === 0
  return named.length + unknown.length + unnamed.length === 0 && !nothingFound ? null : { named, unnamed, unknown, nothingFound }
}

/** One place once, however often it was found. */
function unique(sources: readonly Source[]): readonly Source[] {
  const seen = new Map(sources.map((source) => [JSON.stringify([source.folder, source.path, source.page, source.heading]), source]))
  return [...seen.values()]
}
