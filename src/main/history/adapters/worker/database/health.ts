import { existsSync, statSync } from 'node:fs'
import { MIGRATIONS } from '../../../core/migrations'
import { openConnection, type Database } from '../../../../platform/adapters/database/connection'
import { isDamage } from '../../../../platform/adapters/database/result-codes'
import { databasePath, suspectPath } from './files'
import type { Fault } from './set-aside'

/** `index`: only the words of the search are broken; they can be cut anew from the texts. */
export type Health = 'sound' | 'index' | Fault

const LOOKED_AT = ['conversations', 'items', 'drafts', 'ledger', 'item_words_content', 'item_words_data', 'title_words_content', 'audio', 'images', 'actions', 'facts', 'reminders'] as const
const INDEX_FAULT = /fts5/i
/** As many lines are enough to tell a broken index from a broken database. */
const QUICK_CHECK = 'PRAGMA quick_check(20)'

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/**
 * What to think of the database before anything is written to it. Reading all of it (`quick_check`, 0.7 s for 100,000 items) is
 * done only when the last run met damage. A run that was killed is no reason: the log is checksummed and flushed in order, so
 * what a kill or a power cut leaves is as sound as what a proper end leaves. Every start reads the header, the schema and the
 * first and last page of every table, 1 ms whatever the size; damage in between is met by the call that reads it, and that call
 * leaves the mark by which the next start looks closer.
 */
export function healthOf(folder: string): Health {
  const path = databasePath(folder)
  if (sizeOf(path) === 0) return 'sound'
  const closer = existsSync(suspectPath(folder))
  try {
    const db = openConnection(path, 'read-only')
    try {
      return evaluate(db, closer)
    } finally {
      db.close()
    }
  } catch (cause) {
    if (isDamage(cause)) return 'damaged'
    throw cause
  }
}

export const versionOf = (db: Database): number => db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0

function evaluate(db: Database, closer: boolean): Health {
  const version = versionOf(db)
  if (version > MIGRATIONS.length) return 'newer'
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map((table) => table.name)
  // Tables without a version, or a version without our tables: a database, but not ours.
  if ((version > 0) !== tables.includes('conversations') || (version === 0 && tables.length > 0)) return 'damaged'
  for (const table of LOOKED_AT) if (tables.includes(table)) touch(db, table)
  return closer ? thorough(db) : 'sound'
}

/** Reads the ends of a table, and with them the way down its tree. */
function touch(db: Database, table: string): void {
  db.get(`SELECT rowid FROM ${table} ORDER BY rowid LIMIT 1`)
  db.get(`SELECT rowid FROM ${table} ORDER BY rowid DESC LIMIT 1`)
}

function thorough(db: Database): Health {
  const lines = db.all<{ quick_check: string }>(QUICK_CHECK).map((line) => line.quick_check)
  if (lines.length === 1 && lines[0] === 'ok') return 'sound'
  return lines.every((line) => INDEX_FAULT.test(line)) ? 'index' : 'damaged'
}
