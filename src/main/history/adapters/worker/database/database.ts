import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { storable } from '../../../core/storable'

export type SqlValue = string | number | null | Uint8Array

/** One connection. Every failure is thrown as SQLite gave it: failures.ts gives it its tag. */
export interface Database {
  /** Says how many rows were changed. */
  run(sql: string, ...values: readonly SqlValue[]): number
  /** `Row` is what the statement selects: the only reader of our own schema is the file that wrote the statement. */
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[]
  /** Several statements, nothing bound. */
  exec(sql: string): void
  /** All of `work` or nothing of it. Takes the write lock first: a reader that becomes a writer half-way could not wait for it. */
  transaction<T>(work: () => T): T
  close(): void
}

/** Milliseconds to wait for another process that holds the lock (a backup, a person with a database tool). */
const BUSY_MS = 2_000

/** Takes what was deleted out of the log too. Where somebody reads (an export), the log is left for later: at the latest until the end. */
export const cutLog = (db: Database): void => db.exec(`PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = ${String(BUSY_MS)}`)

const bound = (value: SqlValue): SqlValue => (typeof value === 'string' ? storable(value) : value)

export function openConnection(path: string, readOnly: boolean): Database {
  const native = new DatabaseSync(path, { readOnly, timeout: BUSY_MS })
  const prepared = new Map<string, ReturnType<typeof native.prepare>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const fresh = native.prepare(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    run: (sql, ...values) => statement(sql).run(...values.map(bound)).changes,
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).get(...values.map(bound)) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values.map(bound)) as Row[],
    exec: (sql) => native.exec(sql),
    transaction: (work) => inTransaction(native, work),
    close: () => native.close(),
  }
}

function inTransaction<T>(native: DatabaseSyncInstance, work: () => T): T {
  native.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    native.exec('COMMIT')
    return result
  } catch (cause) {
    // A full disk rolls back by itself.
    if (native.isTransaction) native.exec('ROLLBACK')
    throw cause
  }
}
