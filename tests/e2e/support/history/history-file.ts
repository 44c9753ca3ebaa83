import type { LedgerEntry } from '../../../../src/shared/history'
import type { App } from '../app/app'
import { readHistory } from './history-db'
import { until } from '../app/until'

export interface KeptDraft {
  readonly id: string
  readonly ms: number
  /** s16le, as it lies in the database. */
  readonly pcm: Buffer
}

export interface KeptItem {
  readonly id: string
  readonly role: string
  readonly status: string
  readonly text: string
}

export type KeptSegment = Pick<LedgerEntry, 'turn' | 'host' | 'bytes' | 'mode' | 'end'>

/** What the app has written down so far, read from its file while the app runs: nothing of it is asked of the app. */
export interface HistoryFile {
  /** As they were said. */
  readonly drafts: readonly KeptDraft[]
  /** Oldest first. */
  readonly ledger: readonly KeptSegment[]
  /** Of all conversations, each in its order. */
  readonly items: readonly KeptItem[]
}

export const keptHistory = ({ userData }: Pick<App, 'userData'>): HistoryFile =>
  readHistory(userData, (db) => {
    const all = <Row>(sql: string) => db.prepare(sql).all() as Row[]
    return {
      drafts: all<{ id: string; ms: number; pcm: Uint8Array }>('SELECT id, ms, pcm FROM drafts ORDER BY created_at, id').map((row) => ({ ...row, pcm: Buffer.from(row.pcm) })),
      ledger: all<KeptSegment>('SELECT turn, host, bytes, mode, "end" FROM ledger ORDER BY started_at, id').map((row) => ({ ...row })),
      items: all<KeptItem>('SELECT id, role, status, text FROM items WHERE hidden = 0 ORDER BY conversation, position').map((row) => ({ ...row })),
    }
  })

export const ledgerBytes = ({ ledger }: Pick<HistoryFile, 'ledger'>): number => ledger.reduce((sum, { bytes }) => sum + bytes, 0)

/** Writing goes on beside the talk: waits until the file shows it. */
export async function untilKept(app: App, what: string, isThere: (file: HistoryFile) => boolean): Promise<HistoryFile> {
  await until(what, () => Promise.resolve(isThere(keptHistory(app))))
  return keptHistory(app)
}

/** Every segment of the ledger has been ended. */
export const untilLedgerClosed = (app: App): Promise<HistoryFile> => untilKept(app, 'a closed ledger', ({ ledger }) => ledger.every(({ end }) => end !== null))
