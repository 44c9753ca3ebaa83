import type { Database } from '../../../../platform/adapters/database/connection'

const INDEXES = ['item_words', 'title_words'] as const

/** Pages of the index that one step of `mergeStep` writes: about 5 ms. */
const STEP_PAGES = 8

/** The number stands in the text: a bound one is a REAL to SQLite, which FTS5 refuses here. */
const command = (db: Database, index: (typeof INDEXES)[number], name: string, value: number): number =>
  db.run(`INSERT INTO ${index}(${index}, rank) VALUES ('${name}', ${String(value)})`)

/**
 * With "secure-delete" a deleted word leaves the index at once; without, it is only noted as deleted and goes with the next merge.
 * At once costs 1 to 4 ms an item where there are 100,000, the merge of all about a second, in steps: so the many go that way.
 * The setting is stored, and "off" says that a merge is due: a crash in between loses nothing but time.
 */
export function deleteAtOnce(db: Database, on: boolean): void {
  for (const index of INDEXES) command(db, index, 'secure-delete', Number(on))
}

export const isMergeDue = (db: Database): boolean =>
  db.get<{ v: number }>("SELECT v FROM item_words_config WHERE k = 'secure-delete'")?.v !== 1

/** Begins to write both indexes anew, without what is deleted. */
export function beginMerge(db: Database): void {
  for (const index of INDEXES) command(db, index, 'merge', -STEP_PAGES)
}

/** Goes on with it; false when there is nothing left to do. */
export const mergeStep = (db: Database): boolean => INDEXES.map((index) => didMerge(db, index)).includes(true)

const changes = (db: Database): number => db.get<{ count: number }>('SELECT total_changes() AS count')?.count ?? 0

/** The way the documentation gives: a merge that changed less than two rows had nothing to do. https://sqlite.org/fts5.html#the_merge_command */
function didMerge(db: Database, index: (typeof INDEXES)[number]): boolean {
  const before = changes(db)
  command(db, index, 'merge', STEP_PAGES)
  return changes(db) - before >= 2
}
