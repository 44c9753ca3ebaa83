import { DatabaseSync } from '@photostructure/sqlite'
import { databaseFile } from './history-db'
import { withStore } from './seeded-history'

/** An hour of talk, say. */
const ITEM_TEXT = 'The quick brown fox jumps over the lazy dog, again and again, until both of them are tired. '

/**
 * Very many items within a second: written beside the store, and so without their words in the index. For exports and the like, which
 * read the texts only. The columns are those of history/core/migrations.
 */
export async function fillInBulk(userData: string, { talks, itemsEach }: { readonly talks: number; readonly itemsEach: number }): Promise<void> {
  await withStore(userData, () => Promise.resolve()) // makes the schema
  const db = new DatabaseSync(databaseFile(userData))
  const start = Date.now() - talks * 60_000
  try {
    db.exec(`
      BEGIN;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(talks)})
      INSERT INTO conversations SELECT i, 'bulk-' || i, 'Bulk ' || i, 0, 'fox', ${String(start)} + i * 60000, ${String(start)} + i * 60000, 0, ${String(itemsEach)}, 'Practice', 0 FROM n;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(itemsEach)})
      INSERT INTO items (conversation, id, position, role, kind, status, created_at, hidden, text) SELECT c.row, 'item-' || i, i, 'user', 'text', 'done', c.started_at + i, 0, '${ITEM_TEXT}' || i FROM conversations c, n;
      COMMIT`)
  } finally {
    db.close()
  }
}
