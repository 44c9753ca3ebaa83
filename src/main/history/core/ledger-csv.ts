import type { LedgerEntry } from '../../../shared/history'

const COLUMNS = ['started_at', 'elapsed_ms', 'bytes', 'host', 'mode', 'end', 'conversation', 'turn', 'id'] as const

/** The ledger as CSV by RFC 4180: comma, CRLF, quotes doubled. Times are ISO 8601 in UTC. */
export const ledgerHeader = `${COLUMNS.join(',')}\r\n`

export const ledgerLine = ({ startedAt, elapsedMs, bytes, host, mode, end, conversation, turn, id }: LedgerEntry): string =>
  `${[new Date(startedAt).toISOString(), elapsedMs, bytes, host, mode, end ?? '', conversation ?? '', turn, id].map(cell).join(',')}\r\n`

/** What a spreadsheet would take for a formula is made text by an apostrophe: a host name is what somebody typed. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
