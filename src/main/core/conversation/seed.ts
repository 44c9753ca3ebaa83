import type { ConversationItem } from '../../../shared/conversation'
import type { ItemId } from '../../../shared/ids'
import { type ClientEvent, createAssistantText, createFunctionCall, createFunctionOutput, createSystemText, createUserText, type Previous } from '../realtime/client-event'
import { answeredCall, lastPart, saidText } from './said'
import { newestWithin, toldSize, toldTurns } from './turns'

/** About 3,000 tokens of text: enough to go on with, little enough to cost nothing worth naming. */
export const SEED_BUDGET_CHARS = 12_000

/** What older items come down to. `covers` never shrinks within a conversation. */
export interface Summary {
  readonly text: string
  readonly covers: ReadonlySet<ItemId>
}

/**
 * One item to be created in a new session. `item` null: the summary; a tool item has two, the call and then its output.
 * Wire ids are minted by the caller: old ids are forgotten (reference §5.11).
 */
export interface SeedEntry {
  readonly item: ItemId | null
  readonly create: (wire: ItemId, previous: Previous) => ClientEvent
}

/**
 * What a new session is told of the old one, since there is no resume (reference §5.11): the summary, then the newest turns
 * that fit into the budget, each whole. The summary is not counted: it has its own bound.
 */
export function seedEntries(items: readonly ConversationItem[], summary: Summary | null, budgetChars: number = SEED_BUDGET_CHARS): readonly SeedEntry[] {
  const turns = toldTurns(items)
  const told = turns.slice(turns.length - newestWithin(turns, budgetChars)).flatMap((turn) => turn.items)
  const limit = fairLimit(told.map(toldSize), budgetChars)
  return [...summaryEntry(summary), ...told.flatMap((item) => entries(item, limit))]
}

/** What fell out of the budget and no summary covers yet, oldest first. */
export function overflowing(items: readonly ConversationItem[], summary: Summary | null, budgetChars: number = SEED_BUDGET_CHARS): readonly ConversationItem[] {
  const turns = toldTurns(items)
  const older = turns.slice(0, turns.length - newestWithin(turns, budgetChars)).flatMap((turn) => turn.items)
  return older.filter(({ id }) => summary?.covers.has(id) !== true)
}

const summaryEntry = (summary: Summary | null): readonly SeedEntry[] =>
  summary === null || summary.text === '' ? [] : [{ item: null, create: (wire, previous) => createSystemText(wire, `Summary of the talk so far: ${summary.text}`, previous) }]

function entries(item: ConversationItem, limit: number): readonly SeedEntry[] {
  const call = answeredCall(item)
  if (call === null) return textEntry(item, lastPart(saidText(item), limit))
  if (toldSize(item) > limit) return [] // half a JSON text is none
  return [
    { item: item.id, create: (wire, previous) => createFunctionCall(wire, call, previous) },
    { item: item.id, create: (wire, previous) => createFunctionOutput(wire, call.callId, call.output, previous) },
  ]
}

function textEntry({ id, role }: ConversationItem, text: string): readonly SeedEntry[] {
  const create = role === 'user' ? createUserText : createAssistantText
  return text === '' ? [] : [{ item: id, create: (wire, previous) => create(wire, text, previous) }]
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
