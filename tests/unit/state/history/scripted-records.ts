import type { ConversationSummary, ListCursor, Page } from '../../../../src/shared/history'
import { type ConversationId, itemId, type ItemId } from '../../../../src/shared/ids'
import { appError } from '../../../../src/shared/errors/errors'
import type { HistoryApi } from '../../../../src/shared/ipc/apis/history-api'
import type { HistoryChange, PlacedItem } from '../../../../src/shared/ipc/history'
import { err, ok } from '../../../../src/shared/result'
import { compareConversations } from '../../../../src/renderer/src/state/history/conversations/conversation-list'

/** Main with a history in memory, as far as tests ask for it. What is not scripted throws. */
export class ScriptedRecords {
  readonly log: string[] = []
  readonly removed = new Set<string>()
  readonly removedItems = new Set<string>()
  refuses = false
  change: (change: HistoryChange) => void = () => undefined
  constructor(public conversations: ConversationSummary[], public items: readonly PlacedItem[] = []) {}

  readonly api = new Proxy({} as HistoryApi, {
    get: (_target, name: string) => {
      const method = this.methods[name as keyof HistoryApi]
      if (method === undefined) throw new Error(`not scripted: ${name}`)
      return method
    },
  })

  private readonly seen = () => this.conversations.filter(({ id }) => !this.removed.has(id)).sort(compareConversations)

  private async act(words: string, run: () => void) {
    this.log.push(words)
    if (this.refuses) return err(appError('history'))
    run()
    return ok(null)
  }

  private readonly methods: Partial<HistoryApi> = {
    list: async (after: ListCursor | null, limit: number) => {
      this.log.push(`list ${after?.id ?? 'top'} ${String(limit)}`)
      const from = after === null ? 0 : this.seen().findIndex(({ id }) => id === after.id) + 1
      return ok({ rows: this.seen().slice(from, from + limit), more: this.seen().length > from + limit })
    },
    summary: async (id: ConversationId) => ok(this.seen().find((conversation) => conversation.id === id) ?? null),
    items: async (id: ConversationId, before: number | null, limit: number) => {
      this.log.push(`items ${id} ${String(before)} ${String(limit)}`)
      return ok(this.page(before ?? Infinity, limit))
    },
    memory: async () => {
      this.log.push('memory')
      return ok({ on: true, facts: [], refusal: null })
    },
    overview: async () => err(appError('history')),
    drafts: async () => ok([]),
    remove: (all) => this.act(`remove ${all.join()}`, () => all.forEach((id) => this.removed.add(id))),
    restore: (all) => this.act(`restore ${all.join()}`, () => all.forEach((id) => this.removed.delete(id))),
    removeItem: (_conversation: ConversationId, item: ItemId) => this.act(`removeItem ${item}`, () => this.removedItems.add(item)),
    restoreItem: (_conversation: ConversationId, item: ItemId) => this.act(`restoreItem ${item}`, () => this.removedItems.delete(item)),
    purge: () => this.act('purge', () => undefined),
    onChange: (listener) => {
      this.change = listener
      return () => undefined
    },
    onJob: () => () => undefined,
    onPlaying: () => () => undefined,
  }

  private page(before: number, limit: number): Page<PlacedItem> {
    const seen = this.items.filter(({ position, item }) => position < before && !this.removedItems.has(item.id))
    return { rows: seen.slice(-limit), more: seen.length > limit }
  }
}

export const item = (position: number): ItemId => itemId(`i${String(position)}`)
