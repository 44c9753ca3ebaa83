import type { ItemId } from '../../../../shared/ids'
import { isNotRun } from '../../../../shared/text/tool-words'
import { type ClientEvent, createAssistantText, createFunctionCall, createFunctionOutput, createSystemText, createUserAudio, createUserImages, createUserText, type Previous } from '../realtime/client-event'
import { type AnsweredCall, answeredCall, calledSize, firstOf, type HeldSpeech, lastWords, oneLine, saidText, type RestorableItem, restoredSpeech } from './said'
import type { ShownAgain } from './restored-images'
import { newestWithin, restoredSize, restorableTurns, wholeSize } from './turns'

/** About 3,000 tokens of text: enough to go on with, little enough to cost nothing worth naming. */
export const RESTORE_BUDGET_CHARS = 12_000

/** What a feature tells every new session, as the system. */
export interface RestoredItem {
  readonly text: string
}

/** What older items come down to. `covers` never shrinks within a conversation. */
export interface Summary {
  readonly text: string
  readonly covers: ReadonlySet<ItemId>
}

/**
 * One item to be created in a new session. `item` null: what a feature tells; a tool item has two, the call and then its output.
 * The caller says under which id of ours; what the session calls it is decided where its events go out.
 */
export interface RestoredEntry {
  readonly item: ItemId | null
  /** What exactly it says, to see later whether it is still true. */
  readonly said: string
  readonly create: (as: ItemId, previous: Previous) => ClientEvent
}

const restoredEntry = ({ text }: RestoredItem): readonly RestoredEntry[] =>
  text === '' ? [] : [{ item: null, said: text, create: (as, previous) => createSystemText(as, text, previous) }]

/**
 * What a new session is told of the old one, since there is no resume: what features restore, a summary first of
 * all, then the newest turns that fit into the budget, each whole. What is restored is not counted: it has its own bounds.
 */
export function restoredEntries(
  items: readonly RestorableItem[],
  restored: readonly RestoredItem[],
  budgetChars: number = RESTORE_BUDGET_CHARS,
  shown: ReadonlyMap<ItemId, ShownAgain> = new Map(),
): readonly RestoredEntry[] {
  const turns = restorableTurns(items)
  const kept = turns.slice(turns.length - newestWithin(turns, budgetChars)).flatMap((turn) => turn.items)
  const newest = new Set(turns.at(-1)?.items)
  const size = (item: RestorableItem) => (newest.has(item) ? wholeSize(item) : restoredSize(item))
  const limit = fairLimit(kept.map(size), budgetChars)
  return [...restored.flatMap(restoredEntry), ...kept.flatMap((item) => imagesEntry(item, limit, shown) ?? entries(item, limit, newest.has(item)))]
}

/** What fell out of the budget and no summary covers yet, oldest first. */
export function overflowing(items: readonly RestorableItem[], summary: Summary | null, budgetChars: number = RESTORE_BUDGET_CHARS): readonly RestorableItem[] {
  const turns = restorableTurns(items)
  const older = turns.slice(0, turns.length - newestWithin(turns, budgetChars)).flatMap((turn) => turn.items)
  return older.filter(({ id }) => summary?.covers.has(id) !== true)
}

/** The same speech always sounds the same: how much of it was told says all. */
const speechEntry = ({ id }: RestorableItem, { samples, lastPart: sound }: HeldSpeech): RestoredEntry => ({
  item: id,
  said: `${String(samples)} samples`,
  create: (as, previous) => createUserAudio(as, sound(samples), previous),
})

function entries(item: RestorableItem, limit: number, isNewest: boolean): readonly RestoredEntry[] {
  const call = answeredCall(item)
  const speech = restoredSpeech(item, limit)
  if (speech !== null) return [speechEntry(item, speech)]
  return call === null ? textEntry(item, lastWords(saidText(item), limit)) : callEntries(item, call, limit, isNewest)
}

/** What the answer that is due is about is told whole. Of what was answered before, a line; of what was not run, nothing. */
function callEntries({ id: item }: RestorableItem, call: AnsweredCall, limit: number, isNewest: boolean): readonly RestoredEntry[] {
  const output = isNewest ? firstOf(call.output, limit - calledSize(call)) : oneLine(call.output)
  if (calledSize(call) + output.length > limit || (!isNewest && isNotRun(call.output))) return [] // half a JSON text is none
  const callId = item // its own was another session's, where the next one may call something else by it
  return [
    { item, said: JSON.stringify(call), create: (as, previous) => createFunctionCall(as, { ...call, callId }, previous) },
    { item, said: call.output, create: (as, previous) => createFunctionOutput(as, callId, output, previous) },
  ]
}

/** Null: it is told in words alone. */
function imagesEntry({ id, text }: RestorableItem, limit: number, shown: ReadonlyMap<ItemId, ShownAgain>): readonly RestoredEntry[] | null {
  const images = shown.get(id)
  if (images === undefined) return null
  const words = lastWords(text.trim(), limit)
  return [{ item: id, said: `${images.said} ${words}`, create: (as, previous) => createUserImages(as, images.urls(), words, previous) }]
}

function textEntry({ id, role }: RestorableItem, text: string): readonly RestoredEntry[] {
  const create = role === 'user' ? createUserText : createAssistantText
  return text === '' ? [] : [{ item: id, said: text, create: (as, previous) => create(as, text, previous) }]
}

/** The size to which the largest must be cut so that all fit: a short question stays whole beside a gigantic answer. */
function fairLimit(sizes: readonly number[], budgetChars: number): number {
  let left = budgetChars
  for (const [index, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (sizes.length - index))
    if (size > share) return share
    left -= size
  }
  return Number.POSITIVE_INFINITY
}
