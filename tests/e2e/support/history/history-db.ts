import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { until } from '../app/until'

/** The history as it lies on the disk: what tests believe instead of what the app says. */
export type HistoryDatabase = DatabaseSyncInstance

export interface StoredRow {
  readonly conversation: string
  readonly id: string
  readonly role: string
  readonly kind: string
  readonly status: string
  readonly text: string
}

export interface LedgerRow {
  readonly id: string
  readonly bytes: number
  readonly host: string
  readonly end: string | null
}

/** Longer than any write of the app takes. */
const BUSY_MS = 5_000

export const historyFolder = (userData: string): string => join(userData, 'history')
export const databaseFile = (userData: string): string => join(historyFolder(userData), 'history.db')

/** Looks into the database, of a running app too. */
export function readHistory<T>(userData: string, read: (db: HistoryDatabase) => T): T {
  const db = new DatabaseSync(databaseFile(userData), { readOnly: true, timeout: BUSY_MS })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** One number. */
export const count = (db: HistoryDatabase, sql: string): number => Number(Object.values(Object(db.prepare(sql).get()))[0])

/** The app opens its history beside its start. */
export const untilHistory = (userData: string): Promise<void> =>
  until('a history on the disk', () => Promise.resolve().then(() => readHistory(userData, (db) => count(db, 'SELECT count(*) FROM ledger') >= 0)).catch(() => false))

/** Looks into what a killed app has left, without mending it: that is for the app to do. */
export async function readLeftovers<T>(userData: string, read: (db: HistoryDatabase) => T): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-leftovers-'))
  try {
    const file = databaseFile(userData)
    for (const companion of ['', '-wal']) if (existsSync(file + companion)) await copyFile(file + companion, join(folder, `history.db${companion}`))
    const db = new DatabaseSync(join(folder, 'history.db'))
    try {
      return read(db)
    } finally {
      db.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const cell = (row: unknown, name: string): unknown => (typeof row === 'object' && row !== null ? Object.entries(row).find(([key]) => key === name)?.[1] : undefined)
const text = (row: unknown, name: string): string => String(cell(row, name))

/** Every item in sight, in the order of its conversation. The columns are those of history/core/migrations. */
export const storedItems = (db: HistoryDatabase): readonly StoredRow[] =>
  db
    .prepare('SELECT c.id AS conversation, i.id, i.role, i.kind, i.status, i.text FROM items i JOIN conversations c ON c.row = i.conversation WHERE i.hidden = 0 AND c.hidden = 0 ORDER BY c.row, i.position')
    .all()
    .map((row): StoredRow => ({ conversation: text(row, 'conversation'), id: text(row, 'id'), role: text(row, 'role'), kind: text(row, 'kind'), status: text(row, 'status'), text: text(row, 'text') }))

export const ledgerRows = (db: HistoryDatabase): readonly LedgerRow[] =>
  db
    .prepare('SELECT id, bytes, host, "end" FROM ledger ORDER BY started_at, id')
    .all()
    .map((row): LedgerRow => ({ id: text(row, 'id'), bytes: Number(cell(row, 'bytes')), host: text(row, 'host'), end: cell(row, 'end') === null ? null : text(row, 'end') }))

/** `ok` when nothing is wrong with any page, row or index. */
export const integrity = (db: HistoryDatabase): string =>
  db.prepare('PRAGMA integrity_check').all().map((row) => text(row, 'integrity_check')).join('\n')
