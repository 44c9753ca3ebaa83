import type { AppError } from '../../../../../shared/errors/errors'
import type { ConversationId } from '../../../../../shared/ids'
import type { HistoryApi } from '../../../../../shared/ipc/history-api'
import { type Ask, createAsk } from '../ask'
import { createStore, type ReadonlyStore } from '../../../store/store'
import { coalesced, single } from '../coalesced'
import { cursorAfter, NO_TALKS, type TalkList, withoutTalks, withPage, withTalk } from './talk-list'

export type Talks =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly list: TalkList }

export interface TalksStore {
  readonly talks: ReadonlyStore<Talks>
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

export const rowsOf = (talks: Talks): TalkList => (talks.status === 'ready' ? talks.list : NO_TALKS)

const quietly = createAsk(() => undefined)

export function createTalksStore(source: Source, ask: Ask): TalksStore {
  const talks = createStore<Talks>({ status: 'loading' })
  const show = (list: TalkList) => talks.set({ status: 'ready', list })
  const dirty = new Set<ConversationId>()
  const reload = coalesced(async () => {
    // The first failure has the whole pane to be told in.
    const asking = talks.get().status === 'ready' ? ask : quietly
    const answer = await readAtLeast(source, asking, Math.max(PAGE, rowsOf(talks.get()).rows.length))
    if (answer.ok) return show(answer.value)
    if (talks.get().status !== 'ready') talks.set({ status: 'failed', error: answer.error })
  })
  const extend = async (limit: number) => {
    const before = rowsOf(talks.get())
    if (!before.more) return
    const cursor = cursorAfter(before)
    const answer = await ask(source.list(cursor, limit))
    const now = rowsOf(talks.get())
    // Whoever reloaded meanwhile has another end: the page no longer fits to it.
    if (answer.ok && cursorAfter(now)?.id === cursor?.id) show(withPage(now, answer.value))
  }
  const loadMore = single(() => extend(PAGE))
  return {
    talks,
    reload,
    loadMore,
    loadAll: single(async () => {
      for (let count = -1; count < rowsOf(talks.get()).rows.length && rowsOf(talks.get()).more;) {
        count = rowsOf(talks.get()).rows.length
        await extend(BIG_PAGE)
      }
    }),
    changed: (conversation) => {
      dirty.add(conversation)
      return refresh()
    },
    hide: (conversations) => {
      const now = talks.get()
      if (now.status === 'ready') show(withoutTalks(now.list, new Set(conversations)))
    },
  }

  async function refresh(): Promise<void> {
    for (const id of dirty) {
      dirty.delete(id)
      const answer = await ask(source.summary(id))
      if (!answer.ok || talks.get().status !== 'ready') continue
      const list = rowsOf(talks.get())
      show(answer.value === null ? withoutTalks(list, new Set([id])) : withTalk(list, answer.value))
    }
  }
}

async function readAtLeast(source: Source, ask: Ask, wanted: number) {
  let list = NO_TALKS
  for (;;) {
    const answer = await ask(source.list(cursorAfter(list), Math.min(BIG_PAGE, Math.max(1, wanted - list.rows.length))))
    if (!answer.ok) return answer
    list = withPage(list, answer.value)
    if (!list.more || list.rows.length >= wanted || answer.value.rows.length === 0) return { ok: true as const, value: list }
  }
}
