import { DatabaseSync } from '@photostructure/sqlite'

/** `bigint`: what vec0 takes for a number. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** One connection. Failures are thrown as SQLite gave them. */
export interface Connection {
  /** Says what `rowid` was given. */
  run(sql: string, ...values: readonly SqlValue[]): number
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[]
  exec(sql: string): void
  /** All of `work` or nothing of it. */
  transaction<T>(work: () => T): T
  /** A library of functions; afterwards none can be loaded any more, by SQL neither. */
  extend(path: string): void
  close(): void
}

/** Lone surrogates and zeros have no place in UTF-8 and C. */
const bound = (value: SqlValue): SqlValue => (typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value)

export function connect(path: string): Connection {
  const native = new DatabaseSync(path, { timeout: 2_000, allowExtension: true })
  const prepared = new Map<string, ReturnType<typeof native.prepare>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? native.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    run: (sql, ...values) => Number(statement(sql).run(...values.map(bound)).lastInsertRowid),
    get: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).get(...values.map(bound)) as Row | undefined,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values.map(bound)) as Row[],
    exec: (sql) => native.exec(sql),
    transaction: (work) => {
      native.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        native.exec('COMMIT')
        return result
      } catch (cause) {
        if (native.isTransaction) native.exec('ROLLBACK')
        throw cause
      }
    },
    extend: (library) => {
      native.enableLoadExtension(true)
      try {
        native.loadExtension(library)
      } finally {
        native.enableLoadExtension(false)
      }
    },
    close: () => native.close(),
  }
}
