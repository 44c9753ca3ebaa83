import { firstRow, ROWS_PER_MS } from '../../../core/time-row'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { Database } from '../../../../platform/adapters/database/connection'

/** What `hidden` says; see history/core/migrations. */
export const IN_SIGHT = 0
export const REMOVED = 1
export const DOOMED = 2
export const ARRIVING = 3

/** For one of them but IN_SIGHT. Says it twice: SQLite takes a partial index only where the condition of the index stands in the query. */
export const HIDDEN_AS = 'hidden <> 0 AND hidden = ?'

/** There is more than white space in `text`. The class holds the characters themselves, because GLOB knows no escapes. */
export const HAS_WORDS = "text GLOB '*[^ \t\r\n]*'"

export interface ConversationRow {
  readonly row: number
  readonly title: string
  readonly titled: number
  readonly hidden: number
}

export interface ItemRow {
  readonly row: number
  readonly text: string
  readonly hidden: number
}

export const conversationRow = (db: Database, id: ConversationId): ConversationRow | undefined =>
  db.get<ConversationRow>('SELECT row, title, titled, hidden FROM conversations WHERE id = ?', id)

export const itemRow = (db: Database, conversation: number, id: ItemId): ItemRow | undefined =>
  db.get<ItemRow>('SELECT row, text, hidden FROM items WHERE conversation = ? AND id = ?', conversation, id)

/** A row number that nothing has yet, as near behind the first one of `at` as can be. */
export function freeRow(db: Database, table: 'conversations' | 'items', at: number): number {
  let first = firstRow(at)
  // Twice as far each time: a file in which everything has the same time must not be searched step by step.
  for (let size = ROWS_PER_MS; ; size *= 2) {
    const last = db.get<{ row: number | null }>(`SELECT max(row) AS row FROM ${table} WHERE row >= ? AND row < ?`, first, first + size)?.row ?? null
    if (last === null) return first
    if (last + 1 < first + size) return last + 1
    first += size
  }
}
