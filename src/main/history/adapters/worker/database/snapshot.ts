import { openConnection, type Database } from '../../../../platform/adapters/database/connection'
import { databasePath } from './files'

/**
 * Reads as of now, however long it takes and whatever is written meanwhile: a second connection, for reading only, that stays in
 * one transaction. (On the writer's connection every write in between would be part of the picture.)
 */
export async function withSnapshot<T>(folder: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openConnection(databasePath(folder), 'read-only')
  try {
    db.exec('PRAGMA temp_store = MEMORY; BEGIN')
    // The picture is taken with the first read, not with BEGIN.
    db.get('SELECT 1 FROM conversations LIMIT 1')
    return await work(db)
  } finally {
    db.close()
  }
}
