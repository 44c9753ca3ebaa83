import { storableTime } from '../../../core/storable'
import { previewFrom, titleFrom } from '../../../core/title'
import { indexed } from '../../../core/words'
import type { ConversationHead, ItemWrite } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { freeRow, HAS_WORDS, IN_SIGHT } from '../database/rows'

/** Enough of a text to make a title or a preview of. */
const BEGINNING = 'substr(text, 1, 2000)'

/** Makes the row of a conversation and says its number. */
export function addConversation(db: Database, head: ConversationHead, hidden: number = IN_SIGHT): number {
  const startedAt = storableTime(head.startedAt)
  const row = freeRow(db, 'conversations', startedAt)
  db.run(
    "INSERT INTO conversations VALUES (?, ?, '', 0, '', ?, ?, 0, 0, ?, ?)",
    row, head.id, startedAt, startedAt, head.endpointName, hidden,
  )
  return row
}

/** Something was said in it. `at` never takes the time back. */
export function touch(db: Database, row: number, { added, endpointName, at }: { added: number; endpointName: string; at: number }): void {
  db.run('UPDATE conversations SET items = items + ?, endpoint_name = ?, updated_at = max(updated_at, ?) WHERE row = ?', added, endpointName, at, row)
}

/** Words that still grow would make a title of half a word. */
const isFirstWord = ({ item }: ItemWrite): boolean => item.role === 'user' && item.status !== 'in-progress' && item.text.trim() !== ''

/** The preview anew; the title only where there is none yet and `writes` bring the first words of the person. */
export function refresh(db: Database, row: number, writes: readonly ItemWrite[]): void {
  refreshPreview(db, row)
  const first = writes.filter(isFirstWord).toSorted((a, b) => a.position - b.position)[0]
  if (first === undefined) return
  const untitled = db.get("SELECT 1 FROM conversations WHERE row = ? AND title = ''", row)
  if (untitled !== undefined) setTitle(db, row, titleFrom(first.item.text), false)
}

export function refreshPreview(db: Database, row: number): void {
  const newest = db.get<{ text: string }>(
    `SELECT ${BEGINNING} AS text FROM items WHERE conversation = ? AND hidden = 0 AND ${HAS_WORDS} ORDER BY position DESC, row DESC LIMIT 1`,
    row,
  )
  db.run('UPDATE conversations SET preview = ? WHERE row = ?', previewFrom(newest?.text ?? ''), row)
}

/** The title by itself, from what is there now. */
export function ownTitle(db: Database, row: number): string {
  const first = db.get<{ text: string }>(
    `SELECT ${BEGINNING} AS text FROM items WHERE conversation = ? AND hidden = 0 AND role = 'user' AND ${HAS_WORDS} ORDER BY position, row LIMIT 1`,
    row,
  )
  return titleFrom(first?.text ?? '')
}

export function setTitle(db: Database, row: number, title: string, titled: boolean): void {
  db.run('UPDATE conversations SET title = ?, titled = ? WHERE row = ?', title, Number(titled), row)
  db.run('INSERT OR REPLACE INTO title_words(rowid, words) VALUES (?, ?)', row, indexed(title))
}
