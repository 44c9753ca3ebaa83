import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { storable } from './storable'

/** `bigint`: what vec0 takes for a number. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** One connection. Every failure is thrown as SQLite gave it. */
export interface Database {
  /** Says how many rows were changed. */
  run(sql: string, ...values: readonly SqlValue[]): number
  /** Says what `rowid` the new row was given. */
  insert(sql: string, ...values: readonly SqlValue[]): number
  /** `Row` is what the statement selects: the only reader of our own schema is the file that wrote the statement. */
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[]
  /** Several statements, nothing bound. */
  exec(sql: string): void
  /** All of `work` or nothing of it. Takes the write lock first: a reader that becomes a writer half-way could not wait for it. */
  transaction<T>(work: () => T): T
  /** A library of functions, where the connection was opened for some; afterwards none can be loaded any more, by SQL neither. */
  extend(library: string): void
  close(): void
}

export type Opening = 'read-only' | 'read-write' | 'extensible'

/** Milliseconds to wait for another process that holds the lock (a backup, a person with a database tool). */
export const BUSY_MS = 2_000

const bound = (value: SqlValue): SqlValue => (typeof value === 'string' ? storable(value) : value)

export function openConnection(path: string, opening: Opening): Database {
  const native = new DatabaseSync(path, { readOnly: opening === 'read-only', allowExtension: opening === 'extensible', timeout: BUSY_MS })
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
    insert: (sql, ...values) => Number(statement(sql).run(...values.map(bound)).lastInsertRowid),
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).get(...values.map(bound)) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values.map(bound)) as Row[],
    exec: (sql) => native.exec(sql),
    transaction: (work) => inTransaction(native, work),
    extend: (library) => extend(native, library),
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

function extend(native: DatabaseSyncInstance, library: string): void {
  native.enableLoadExtension(true)
  try {
    native.loadExtension(library)
  } finally {
    native.enableLoadExtension(false)
  }
}
