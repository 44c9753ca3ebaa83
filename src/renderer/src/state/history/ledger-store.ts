import type { LedgerEntry, Page } from '../../../../shared/history'
import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { coalesced, single } from './coalesced'

/** Newest first. */
export interface Ledger {
  readonly rows: readonly LedgerEntry[]
  readonly more: boolean
}

export interface LedgerStore {
  /** Null until it was asked for. */
  readonly ledger: ReadonlyStore<Ledger | null>
  /** With what went to servers on this computer. */
  readonly own: ReadonlyStore<boolean>
  showOwn(on: boolean): Promise<void>
  /** Asks for the newest page and joins it to what is there. */
  refresh(): Promise<void>
  loadMore(): Promise<void>
}

const PAGE = 200

/** The newest page replaces the rows it spans; the older ones behind it stay. */
export function withNewestSegments(ledger: Ledger | null, page: Page<LedgerEntry>): Ledger {
  const last = page.rows.at(-1)
  if (ledger === null || last === undefined || !page.more) return page
  const joined = ledger.rows.some(({ id }) => id === last.id)
  if (!joined) return page
  const fresh = new Set(page.rows.map(({ id }) => id))
  return { rows: [...page.rows, ...ledger.rows.filter(({ id, startedAt }) => !fresh.has(id) && startedAt <= last.startedAt)], more: ledger.more }
}

export function withOlderSegments(ledger: Ledger, page: Page<LedgerEntry>): Ledger {
  const known = new Set(ledger.rows.map(({ id }) => id))
  return { rows: [...ledger.rows, ...page.rows.filter(({ id }) => !known.has(id))], more: page.more }
}

export function createLedger(source: Pick<HistoryApi, 'ledger'>, ask: Ask): LedgerStore {
  const ledger = createStore<Ledger | null>(null)
  const own = createStore(false)
  const refresh = coalesced(async () => {
    const asked = own.get()
    const answer = await ask(source.ledger(null, PAGE, asked))
    if (answer.ok && own.get() === asked) ledger.set(withNewestSegments(ledger.get(), answer.value))
  })
  return {
    ledger,
    own,
    refresh,
    showOwn: (on) => {
      own.set(on)
      ledger.set(null) // its rows are not those of the other list
      return refresh()
    },
    loadMore: single(async () => {
      const now = ledger.get()
      const last = now?.rows.at(-1)
      if (now === null || !now.more || last === undefined) return
      const answer = await ask(source.ledger(last.startedAt, PAGE, own.get()))
      if (answer.ok && ledger.get() === now) ledger.set(withOlderSegments(now, answer.value))
    }),
  }
}
