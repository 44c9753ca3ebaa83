import type { AppError } from '../../../../../shared/errors/errors'
import type { ConversationId } from '../../../../../shared/ids'
import type { HistoryApi } from '../../../../../shared/ipc/apis/history-api'
import { type Ask, createAsk } from '../ask'
import { createStore, type ReadonlyStore } from '../../../store/store'
import { coalesced, single } from '../coalesced'
import { cursorAfter, NO_CONVERSATIONS, type ConversationList, withoutConversations, withPage, withConversation } from './conversation-list'

export type Conversations =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly list: ConversationList }

export interface ConversationsStore {
  readonly conversations: ReadonlyStore<Conversations>
  /** Asks for as many rows as there are now, at least one page. */
  reload(): Promise<void>
  loadMore(): Promise<void>
  loadAll(): Promise<void>
  /** One conversation is different now, or gone. */
  changed(conversation: ConversationId): Promise<void>
  /** Takes rows away before main has answered. */
  hide(conversations: readonly ConversationId[]): void
}

type Source = Pick<HistoryApi, 'list' | 'summary'>

const PAGE = 200
/** The most that may be asked for at once. */
const BIG_PAGE = 500

export const rowsOf = (conversations: Conversations): ConversationList => (conversations.status === 'ready' ? conversations.list : NO_CONVERSATIONS)

const quietly = createAsk(() => undefined)

export function createConversationsStore(source: Source, ask: Ask): ConversationsStore {
  const conversations = createStore<Conversations>({ status: 'loading' })
  const show = (list: ConversationList) => conversations.set({ status: 'ready', list })
  const dirty = new Set<ConversationId>()
  const reload = coalesced(async () => {
    // The first failure has the whole pane to be told in.
    const asking = conversations.get().status === 'ready' ? ask : quietly
    const answer = await readAtLeast(source, asking, Math.max(PAGE, rowsOf(conversations.get()).rows.length))
    if (answer.ok) return show(answer.value)
    if (conversations.get().status !== 'ready') conversations.set({ status: 'failed', error: answer.error })
  })
  const extend = async (limit: number) => {
    const before = rowsOf(conversations.get())
    if (!before.more) return
    const cursor = cursorAfter(before)
    const answer = await ask(source.list(cursor, limit))
    const now = rowsOf(conversations.get())
    // Whoever reloaded meanwhile has another end: the page no longer fits to it.
    if (answer.ok && cursorAfter(now)?.id === cursor?.id) show(withPage(now, answer.value))
  }
  const loadMore = single(() => extend(PAGE))
  return {
    conversations,
    reload,
    loadMore,
    loadAll: single(async () => {
      for (let count = -1; count < rowsOf(conversations.get()).rows.length && rowsOf(conversations.get()).more;) {
        count = rowsOf(conversations.get()).rows.length
        await extend(BIG_PAGE)
      }
    }),
    changed: (conversation) => {
      dirty.add(conversation)
      return refresh()
    },
    hide: (ids) => {
      const now = conversations.get()
      if (now.status === 'ready') show(withoutConversations(now.list, new Set(ids)))
    },
  }

  async function refresh(): Promise<void> {
    for (const id of dirty) {
      dirty.delete(id)
      const answer = await ask(source.summary(id))
      if (!answer.ok || conversations.get().status !== 'ready') continue
      const list = rowsOf(conversations.get())
      show(answer.value === null ? withoutConversations(list, new Set([id])) : withConversation(list, answer.value))
    }
  }
}

async function readAtLeast(source: Source, ask: Ask, wanted: number) {
  let list = NO_CONVERSATIONS
  for (;;) {
    const answer = await ask(source.list(cursorAfter(list), Math.min(BIG_PAGE, Math.max(1, wanted - list.rows.length))))
    if (!answer.ok) return answer
    list = withPage(list, answer.value)
    if (!list.more || list.rows.length >= wanted || answer.value.rows.length === 0) return { ok: true as const, value: list }
  }
}
