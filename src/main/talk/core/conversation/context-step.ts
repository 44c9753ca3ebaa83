import type { ItemId } from '../../../../shared/ids'
import { type ClientEvent, deleteItem } from '../realtime/client-event'
import type { RestoredEntry } from './context-restore'

export interface ContextEntry {
  /** Null: the summary, which is no item. */
  readonly item: ItemId | null
  /** The id it is told under: the item's own, but for what an item has besides itself. */
  readonly as: ItemId
  readonly said: string
}

/** What a session was told of the talk so far, by entry. */
export type SessionContext = ReadonlyMap<string, ContextEntry>

export const EMPTY_CONTEXT: SessionContext = new Map()

export interface ContextStep {
  readonly context: SessionContext
  readonly events: readonly ClientEvent[]
}

interface Keyed {
  readonly key: string
  readonly part: number
  readonly entry: RestoredEntry
}

/**
 * The events that bring a session from what it was told to what is true: everything for a new one, a correction for a running
 * one. An entry that is merely out of the budget stays; `gone` says which item must not be known any longer.
 */
export function contextStep(context: SessionContext, entries: readonly RestoredEntry[], gone: (item: ItemId) => boolean, mint: () => ItemId): ContextStep {
  const keyed = withKeys(entries)
  const next = new Map(context)
  const events: ClientEvent[] = []
  const drop = (key: string, { as }: ContextEntry) => {
    events.push(deleteItem(as))
    next.delete(key)
  }
  for (const [key, entry] of context) {
    // A summary that is no more told of something that was taken back.
    const untrue = entry.item === null ? keyed.every((each) => each.key !== key) : gone(entry.item)
    if (untrue) drop(key, entry)
  }
  keyed.forEach(({ key, part, entry }, index) => {
    const { item, said } = entry
    const known = next.get(key)
    if (known?.said === said) return
    if (known !== undefined) drop(key, known)
    const as = item !== null && part === 0 ? item : mint()
    events.push(entry.create(as, placeOf(keyed, index, next)))
    next.set(key, { item, as, said })
  })
  return { context: next, events }
}

const keyOf = (item: ItemId | null, part: number): string => `${item ?? ''}#${String(part)}`

/** A function call and its output are two entries of one item. */
function withKeys(entries: readonly RestoredEntry[]): readonly Keyed[] {
  const parts = new Map<ItemId | null, number>()
  return entries.map((entry) => {
    const part = parts.get(entry.item) ?? 0
    parts.set(entry.item, part + 1)
    return { key: keyOf(entry.item, part), part, entry }
  })
}

/** Null, which is the end, unless something is already there that must come behind it. */
function placeOf(keyed: readonly Keyed[], index: number, context: SessionContext): ItemId | 'root' | null {
  if (!keyed.slice(index + 1).some(({ key }) => context.has(key))) return null
  const before = keyed.slice(0, index).findLast(({ key }) => context.has(key))
  return before === undefined ? 'root' : (context.get(before.key)?.as ?? null)
}
