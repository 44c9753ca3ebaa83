import type { KnowledgeAnswers, SentTextApi } from '../../../../shared/ipc/knowledge'
import { createStore, type ReadonlyStore } from '../../store/store'
import type { Ask } from './ask'
import { coalesced, single } from './coalesced'

export type SentAccount = KnowledgeAnswers['knowledge:sent']

/** What left this computer to be made vectors, newest first. */
export interface SentStore {
  /** Null until it was asked for. */
  readonly account: ReadonlyStore<SentAccount | null>
  /** Begins anew with the newest page. */
  refresh(): Promise<void>
  loadMore(): Promise<void>
}

const PAGE = 100

export const withOlderSendings = (account: SentAccount, older: SentAccount): SentAccount => {
  const known = new Set(account.rows.map(({ id }) => id))
  return { ...older, rows: [...account.rows, ...older.rows.filter(({ id }) => !known.has(id))] }
}

export function createSentAccount(source: SentTextApi, ask: Ask): SentStore {
  const account = createStore<SentAccount | null>(null)
  return {
    account,
    refresh: coalesced(async () => {
      const answer = await ask(source.sentText(null, PAGE))
      if (answer.ok) account.set(answer.value)
    }),
    loadMore: single(async () => {
      const now = account.get()
      const last = now?.rows.at(-1)
      if (now === null || !now.more || last === undefined) return
      const answer = await ask(source.sentText(last.at, PAGE))
      if (answer.ok && account.get() === now) account.set(withOlderSendings(now, answer.value))
    }),
  }
}
