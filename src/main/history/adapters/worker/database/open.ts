import { rmSync } from 'node:fs'
import { closeToOthers, createPrivateFile, makePrivateFolder } from '../../../../platform/adapters/private-files'
import { openConnection, type Database } from '../../../../platform/adapters/database/connection'
import { isDamage } from '../../../../platform/adapters/database/result-codes'
import { COMPANIONS, databasePath, suspectPath } from './files'
import { healthOf, type Health } from './health'
import { mendIndex, migrate } from './migrate'
import { setAside } from './set-aside'

export interface OpenedDatabase {
  readonly db: Database
  readonly setAside: string | null
}

/**
 * WAL with FULL: a transaction is in the log, and the log on the disk, before its call is answered. For a killed process NORMAL
 * would do (what is written stays in the system's cache whoever dies), but a power cut would take the last half minute of talk;
 * one flush per saved item (0.4 ms here) off the main thread is cheap for that. `secure_delete`: what is deleted is overwritten.
 */
const SETTINGS = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA journal_size_limit = 4194304;
PRAGMA cache_size = -16384;
`

/** Opens the database of `folder`; one that cannot be used is set aside and a new one begun. Throws when it is locked or full. */
export function openDatabase(folder: string, at: number): OpenedDatabase {
  makePrivateFolder(folder)
  for (const companion of COMPANIONS) closeToOthers(`${databasePath(folder)}${companion}`)
  const health = healthOf(folder)
  if (health === 'damaged' || health === 'newer') return { setAside: setAside(folder, health, at), db: connect(folder, 'sound') }
  try {
    return { setAside: null, db: connect(folder, health) }
  } catch (cause) {
    if (!isDamage(cause)) throw cause
    return { setAside: setAside(folder, 'damaged', at), db: connect(folder, 'sound') }
  }
}

function connect(folder: string, health: Health): Database {
  createPrivateFile(databasePath(folder)) // SQLite would make it readable by everybody; its log and index take its modes
  const db = openConnection(databasePath(folder), 'read-write')
  try {
    db.exec(SETTINGS)
    migrate(db)
    if (health === 'index') mendIndex(db)
    rmSync(suspectPath(folder), { force: true })
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}
