import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { closeToOthers, createPrivateFile, makePrivateFolder } from '../../../../platform/adapters/private-files'
import { isDamage } from '../../../../platform/adapters/database/result-codes'
import { openConnection, type Database } from '../../../../platform/adapters/database/connection'
import { SCHEMA, SCHEMA_VERSION } from './schema'

const COMPANIONS = ['', '-wal', '-shm', '-journal'] as const

export const databasePath = (folder: string): string => join(folder, 'knowledge.db')

/**
 * All of it can be read out of the files again, so NORMAL will do: a power cut may cost the last files that were read, which are then read
 * again. `secure_delete`: what is deleted is overwritten.
 */
const SETTINGS = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA journal_size_limit = 4194304;
PRAGMA mmap_size = 1073741824;
PRAGMA cache_size = -32768;
`

/** `rebuilt`: there was one that cannot be used. It holds nothing that the files do not hold, so it is thrown away. */
export function openDatabase(folder: string): { readonly db: Database; readonly rebuilt: boolean } {
  makePrivateFolder(folder)
  for (const companion of COMPANIONS) closeToOthers(`${databasePath(folder)}${companion}`)
  try {
    const db = opened(folder)
    if (db !== null) return { db, rebuilt: false }
  } catch (cause) {
    if (!isDamage(cause)) throw cause
  }
  throwAway(folder)
  const db = opened(folder)
  if (db === null) throw new Error('a new index has no schema')
  return { db, rebuilt: true }
}

export function throwAway(folder: string): void {
  for (const companion of COMPANIONS) rmSync(`${databasePath(folder)}${companion}`, { force: true })
}

export const bytesOnDisk = (folder: string): number =>
  COMPANIONS.reduce((sum, companion) => sum + (statSync(`${databasePath(folder)}${companion}`, { throwIfNoEntry: false })?.size ?? 0), 0)

const TABLES = ['folders', 'files', 'texts', 'chunks', 'words_data', 'parts_data', 'names_data', 'spaces', 'questions', 'sent'] as const

/** Null: not ours, of another version, or half made. */
function opened(folder: string): Database | null {
  createPrivateFile(databasePath(folder))
  const db = openConnection(databasePath(folder), 'extensible')
  try {
    db.exec(SETTINGS)
    const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
    const isNew = version === 0 && db.get('SELECT name FROM sqlite_schema LIMIT 1') === undefined
    if (isNew) db.transaction(() => db.exec(SCHEMA))
    if (isNew || (version === SCHEMA_VERSION && isWhole(db))) return db
  } catch (cause) {
    db.close()
    throw cause
  }
  db.close()
  return null
}

/** The ends of every table are read, and with them the way down its tree. */
function isWhole(db: Database): boolean {
  const known = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name)
  if (!TABLES.every((table) => known.includes(table))) return false
  for (const table of ['files', 'texts', 'chunks', 'words_data', 'parts_data']) {
    db.get(`SELECT * FROM ${table} ORDER BY rowid LIMIT 1`)
    db.get(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`)
  }
  return true
}
