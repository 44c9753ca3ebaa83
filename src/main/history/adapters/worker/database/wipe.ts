import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS } from '../../../core/migrations'
import { appError } from '../../../../../shared/errors/errors'
import type { RemovedEverything } from '../../../../../shared/history'
import { conversationId } from '../../../../../shared/ids'
import type { Database } from '../../../../platform/adapters/database/connection'
import { ALL_FILES, deleteDoomedFiles } from './doomed-files'
import { Failure } from '../failures'
import { SET_ASIDE, suspectPath } from './files'
import type { Session } from '../session'
import { countOf } from '../reading/stats'

/** Children before their parents. */
const TABLES = ['images', 'audio', 'doomed_files', 'item_words', 'title_words', 'items', 'conversations', 'usage', 'drafts', 'ledger', 'actions', 'facts', 'reminders', 'sent_text'] as const

/**
 * Takes everything away: rows, words, drafts, ledger, sound, and what was set aside. Nothing else may run meanwhile. Afterwards no
 * file of the folder holds a word of it: tables are dropped whole (with `secure_delete`, so their pages are overwritten), the
 * database is written anew and its log cut to nothing. Asked again after a failure it goes on where it stopped.
 */
export function removeEverything({ db, folder, gone }: Session): RemovedEverything {
  const before = bytesIn(folder)
  const removed = {
    conversations: countOf(db, 'conversations'),
    items: countOf(db, 'items'),
    drafts: countOf(db, 'drafts'),
    segments: countOf(db, 'ledger'),
    audioFiles: countOf(db, 'audio'),
    actions: countOf(db, 'actions'),
    facts: countOf(db, 'facts'),
    reminders: countOf(db, 'reminders'),
  }
  for (const { id } of db.all<{ id: string }>('SELECT id FROM conversations')) gone.add({ conversation: conversationId(id), item: null }, 'for-good')
  beginAnew(db)
  deleteDoomedFiles(db, folder)
  for (const name of readdirSync(folder).filter((name) => SET_ASIDE.test(name))) rmSync(join(folder, name), { recursive: true, force: true })
  rmSync(suspectPath(folder), { force: true })
  overwrite(db)
  return { ...removed, bytes: Math.max(0, before - bytesIn(folder)) }
}

/** The schema as of a new database, and all sound doomed, in one step. */
function beginAnew(db: Database): void {
  db.transaction(() => {
    for (const table of TABLES) db.exec(`DROP TABLE ${table}`)
    for (const { sql } of MIGRATIONS) db.exec(sql)
    db.run('INSERT INTO doomed_files VALUES (?)', ALL_FILES)
  })
}

function overwrite(db: Database): void {
  db.exec('VACUUM')
  const cut = db.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
  if (cut?.busy !== 0) throw new Failure(appError('history-locked', 'another program reads the log'))
}

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
  return sizes.reduce((sum, entry) => sum + (entry?.isFile() === true ? entry.size : 0), 0)
}
