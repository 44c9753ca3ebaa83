import { storableTime } from '../../../core/storable'
import type { LedgerEntry, LedgerSum, LedgerTotals, Page, SegmentEnd } from '../../../../../shared/history'
import { conversationId, turnId } from '../../../../../shared/ids'
import { isOwnHost } from '../../../../../shared/providers/loopback'
import type { Database } from '../../../../platform/adapters/database/connection'
import type { Session } from '../session'

export interface LedgerColumns {
  readonly id: string
  readonly turn: string
  readonly conversation: string | null
  readonly host: string
  readonly started_at: number
  readonly elapsed_ms: number
  readonly bytes: number
  readonly mode: LedgerEntry['mode']
  readonly end: SegmentEnd | null
}

export const LEDGER_COLUMNS = 'id, turn, conversation, host, started_at, elapsed_ms, bytes, mode, "end"'

export function saveSegment({ db }: Session, entry: LedgerEntry): null {
  db.run(
    'INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entry.id, entry.turn, entry.conversation, entry.host, storableTime(entry.startedAt), entry.elapsedMs, entry.bytes, entry.mode, entry.end,
  )
  return null
}

/** At the start: nobody is left who could end them. */
export function endOpenSegments(db: Database): void {
  if (db.get('SELECT 1 FROM ledger WHERE "end" IS NULL LIMIT 1') === undefined) return
  db.run('UPDATE ledger SET "end" = ? WHERE "end" IS NULL', 'crashed' satisfies SegmentEnd)
}

export const entryOf = (row: LedgerColumns): LedgerEntry => ({
  id: row.id, turn: turnId(row.turn), conversation: row.conversation === null ? null : conversationId(row.conversation), host: row.host,
  startedAt: row.started_at, elapsedMs: row.elapsed_ms, bytes: row.bytes, mode: row.mode, end: row.end,
})

/** The servers on this computer that sound went to, as a JSON list. A pattern of SQL would take "127.a.example" for one, too. */
const ownHosts = (db: Database): string =>
  JSON.stringify(db.all<{ host: string }>('SELECT DISTINCT host FROM ledger').map(({ host }) => host).filter(isOwnHost))

const NONE = '[]'
const ELSEWHERE = 'host NOT IN (SELECT value FROM json_each(?))'

/** Segments that began in the same millisecond stay on one page: the next begins before that time. */
export function ledger({ db }: Session, before: number | null, limit: number, own: boolean): Page<LedgerEntry> {
  const left = own ? NONE : ownHosts(db)
  const below = before ?? Number.MAX_VALUE
  const floor = db.get<{ at: number }>(
    `SELECT started_at AS at FROM ledger WHERE started_at < ? AND ${ELSEWHERE} ORDER BY started_at DESC LIMIT 1 OFFSET ?`, below, left, limit - 1,
  )?.at ?? -1
  const rows = db.all<LedgerColumns>(
    `SELECT ${LEDGER_COLUMNS} FROM ledger WHERE started_at < ? AND started_at >= ? AND ${ELSEWHERE} ORDER BY started_at DESC, id DESC`, below, floor, left,
  )
  return { rows: rows.map(entryOf), more: db.get(`SELECT 1 FROM ledger WHERE started_at < ? AND ${ELSEWHERE} LIMIT 1`, floor, left) !== undefined }
}

const sumOf = (db: Database, where: string, ...values: readonly string[]): LedgerSum =>
  ({ ...(db.get<LedgerSum>(`SELECT count(*) AS segments, coalesce(sum(bytes), 0) AS bytes FROM ledger${where}`, ...values) ?? { segments: 0, bytes: 0 }) })

export function ledgerTotals({ db }: Session): LedgerTotals {
  return { ...sumOf(db, ''), own: sumOf(db, ' WHERE host IN (SELECT value FROM json_each(?))', ownHosts(db)) }
}
