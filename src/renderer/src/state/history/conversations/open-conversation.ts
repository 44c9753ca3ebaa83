import type { ConversationSummary } from '../../../../../shared/history'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { HistoryApi } from '../../../../../shared/ipc/apis/history-api'
import type { PlacedItem } from '../../../../../shared/ipc/history'
import type { Ask } from '../ask'
import { createStore, type ReadonlyStore } from '../../../store/store'
import { coalesced, single } from '../coalesced'
import { placedItems, type PlacedItems, withItem, withNewest, withOlder, withoutItem } from './placed-items'

/** A conversation on show. `visit` grows with each opening, so that the same one may be shown anew. */
export interface OpenConversation {
  readonly summary: ConversationSummary
  readonly items: PlacedItems
  readonly visit: number
  /** The found item: scrolled to, and marked. Null: begin at the newest. */
  readonly target: ItemId | null
}

/** What is shown stays until what was asked for (`opening`) is there: nothing flickers. */
export interface Reading {
  readonly shown: OpenConversation | null
  readonly opening: ConversationId | null
}

export interface OpenConversationStore {
  readonly reading: ReadonlyStore<Reading>
  open(id: ConversationId, target?: ItemId): Promise<void>
  close(): void
  loadOlder(): Promise<void>
  /** The conversation on show is different now. */
  changed(): Promise<void>
  hide(item: ItemId): PlacedItem | null
  bringBack(conversation: ConversationId, placed: PlacedItem): void
}

type Source = Pick<HistoryApi, 'items' | 'summary'>

const PAGE = 200
const BIG_PAGE = 500

export const readingId = ({ shown, opening }: Reading): ConversationId | null => opening ?? shown?.summary.id ?? null

export function createOpenConversation(source: Source, ask: Ask): OpenConversationStore {
  const reading = createStore<Reading>({ shown: null, opening: null })
  let visit = 0
  const update = (id: ConversationId, change: (conversation: OpenConversation) => OpenConversation) => {
    const now = reading.get()
    if (now.shown?.summary.id === id) reading.set({ ...now, shown: change(now.shown) })
  }
  const close = () => {
    visit += 1
    reading.set({ shown: null, opening: null })
  }
  return {
    reading,
    close,
    open: async (id, target) => {
      visit += 1
      const mine = visit
      reading.set({ ...reading.get(), opening: id })
      const [summary, items] = await Promise.all([ask(source.summary(id)), readUntil({ source, ask, id, target: target ?? null, wanted: () => mine === visit })])
      if (mine !== visit) return
      if (!summary.ok || items === null) return reading.set({ ...reading.get(), opening: null })
      if (summary.value === null) return close()
      reading.set({ shown: { summary: summary.value, items, visit, target: target ?? null }, opening: null })
    },
    loadOlder: single(loadOlder),
    changed: coalesced(refresh),
    hide: (id) => {
      const conversation = reading.get().shown
      const placed = conversation?.items.rows.find(({ item }) => item.id === id) ?? null
      if (conversation !== null) update(conversation.summary.id, (shown) => ({ ...shown, items: withoutItem(shown.items, id) }))
      return placed
    },
    bringBack: (conversation, placed) => update(conversation, (shown) => ({ ...shown, items: withItem(shown.items, placed) })),
  }

  async function loadOlder(): Promise<void> {
    const conversation = reading.get().shown
    if (conversation === null || !conversation.items.more) return
    const first = conversation.items.rows[0]?.position ?? null
    const answer = await ask(source.items(conversation.summary.id, first, PAGE))
    if (!answer.ok) return
    update(conversation.summary.id, (shown) => (shown.visit === conversation.visit ? { ...shown, items: withOlder(shown.items, answer.value) } : shown))
  }

  async function refresh(): Promise<void> {
    const conversation = reading.get().shown
    if (conversation === null) return
    const { id } = conversation.summary
    const [summary, items] = await Promise.all([ask(source.summary(id)), ask(source.items(id, null, PAGE))])
    if (!summary.ok || !items.ok) return
    const { value } = summary
    if (value !== null) return update(id, (shown) => ({ ...shown, summary: value, items: withNewest(shown.items, items.value) }))
    if (readingId(reading.get()) === id) close()
  }
}

interface ReadUntil {
  readonly source: Source
  readonly ask: Ask
  readonly id: ConversationId
  readonly target: ItemId | null
  /** False as soon as the person has opened another one. */
  readonly wanted: () => boolean
}

/** Main gives items from the newest back only: a target far up costs all the pages behind it. */
async function readUntil({ source, ask, id, target, wanted }: ReadUntil): Promise<PlacedItems | null> {
  const pages: PlacedItem[][] = []
  let before: number | null = null
  for (;;) {
    const answer = await ask(source.items(id, before, target === null ? PAGE : BIG_PAGE))
    if (!answer.ok || !wanted()) return null
    const page = placedItems(answer.value)
    pages.unshift([...page.rows])
    before = page.rows[0]?.position ?? null
    if (target === null || !page.more || before === null || page.rows.some(({ item }) => item.id === target)) {
      return { rows: pages.flat(), more: page.more }
    }
  }
}
