import { indexed } from '../../../core/words'
import { MIGRATIONS, type Migration } from '../../../core/migrations'
import type { Database } from '../../../../platform/adapters/database/connection'
import { ownTitle, refreshPreview, setTitle } from '../items/conversation-rows'
import { versionOf } from './health'

/** Brings the schema up to date, all steps or none: a start that is killed half-way finds the old schema. */
export function migrate(db: Database, steps: readonly Migration[] = MIGRATIONS): void {
  const missing = steps.slice(versionOf(db))
  if (missing.length === 0) return
  db.transaction(() => {
    for (const step of missing) db.exec(step.sql)
    if (missing.some((step) => step.reindex)) reindex(db)
    if (missing.some((step) => step.unmarked === true)) unmark(db)
    db.exec(`PRAGMA user_version = ${String(steps.length)}`)
  })
}

/** Makes a broken index anew from the words it was made of. */
export const mendIndex = (db: Database): void =>
  db.exec("INSERT INTO item_words(item_words) VALUES ('rebuild'); INSERT INTO title_words(title_words) VALUES ('rebuild')")

/** Cuts the words of all texts anew. Inside a transaction of the caller. */
function reindex(db: Database): void {
  db.exec('DELETE FROM item_words; DELETE FROM title_words')
  fill(db, 'items', 'text', 'item_words')
  fill(db, 'conversations', 'title', 'title_words')
}

/** Only those that may have marks: taking a text apart is slow beside reading it. */
const MARKED = "GLOB '*[*_`#>~|[\\<&]*'"

function unmark(db: Database): void {
  for (const { row } of db.all<{ row: number }>(`SELECT row FROM conversations WHERE preview ${MARKED}`)) refreshPreview(db, row)
  for (const { row } of db.all<{ row: number }>(`SELECT row FROM conversations WHERE titled = 0 AND title ${MARKED}`)) setTitle(db, row, ownTitle(db, row), false)
}

const BATCH = 1_000

function fill(db: Database, table: 'items' | 'conversations', column: 'text' | 'title', index: 'item_words' | 'title_words'): void {
  let last = -1
  for (;;) {
    const rows = db.all<{ row: number; words: string }>(`SELECT row, ${column} AS words FROM ${table} WHERE row > ? ORDER BY row LIMIT ${String(BATCH)}`, last)
    for (const { row, words } of rows) db.run(`INSERT INTO ${index}(rowid, words) VALUES (?, ?)`, row, indexed(words))
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.row
  }
}
