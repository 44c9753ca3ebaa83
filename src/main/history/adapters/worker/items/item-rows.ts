import { SHOWN_CHARS } from '../../../../talk/core/conversation/shown-part'
import { storable } from '../../../../platform/adapters/database/storable'
import { storableTime } from '../../../core/storable'
import { indexed } from '../../../core/words'
import type { EarlyEnd, ToolCall } from '../../../../../shared/conversation'
import type { ImageNote } from '../../../../../shared/images/images'
import type { StoredItem } from '../../../../../shared/history'
import { itemId } from '../../../../../shared/ids'
import type { ItemWrite } from '../../../core/ports'
import type { Database, SqlValue } from '../../../../platform/adapters/database/connection'
import { takenAway } from '../failures'
import { writeImages } from './images'
import { DOOMED, freeRow, IN_SIGHT, itemRow } from '../database/rows'

const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value))

const columns = ({ position, item }: ItemWrite): readonly SqlValue[] => [
  position, item.role, item.kind, item.status, item.heardChars, item.ended ?? null, item.audioMs,
  json(item.tool), json(item.images), storableTime(item.createdAt), item.text,
]

const writeFiles = (db: Database, row: number, { item, images }: ItemWrite): void => writeImages(db, row, item.images ?? [], images ?? [])

/** Inserts or replaces one item and its words; 1 when it is new in the conversation. Whether it is in sight stays as it is. */
export function writeItem(db: Database, conversation: number, write: ItemWrite): 0 | 1 {
  const known = itemRow(db, conversation, write.item.id)
  if (known === undefined) {
    insertItem(db, conversation, write)
    return 1
  }
  if (known.hidden === DOOMED) throw takenAway()
  db.run(
    'UPDATE items SET position = ?, role = ?, kind = ?, status = ?, heard_chars = ?, ended = ?, audio_ms = ?, tool = ?, images = ?, created_at = ?, text = ? WHERE row = ?',
    ...columns(write), known.row,
  )
  writeFiles(db, known.row, write)
  if (known.text !== storable(write.item.text)) setWords(db, known.row, write.item.text)
  return 0
}

function insertItem(db: Database, conversation: number, write: ItemWrite): void {
  const row = freeRow(db, 'items', storableTime(write.item.createdAt))
  db.run(
    `INSERT INTO items (position, role, kind, status, heard_chars, ended, audio_ms, tool, images, created_at, text, row, conversation, id, hidden)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...columns(write), row, conversation, write.item.id, IN_SIGHT,
  )
  writeFiles(db, row, write)
  setWords(db, row, write.item.text)
}

/** An item without words is not in the index at all. */
function setWords(db: Database, row: number, text: string): void {
  const words = indexed(text)
  if (words === '') db.run('DELETE FROM item_words WHERE rowid = ?', row)
  else db.run('INSERT OR REPLACE INTO item_words(rowid, words) VALUES (?, ?)', row, words)
}

/** What ITEM_COLUMNS selects. */
export interface ItemColumns {
  readonly position: number
  readonly id: string
  readonly role: StoredItem['role']
  readonly kind: StoredItem['kind']
  readonly status: StoredItem['status']
  readonly heard_chars: number | null
  readonly ended: EarlyEnd | null
  readonly audio_ms: number | null
  readonly tool: string | null
  readonly images: string | null
  readonly created_at: number
  readonly text: string
  readonly has_audio: number
}

const COLUMNS =
  'i.position, i.id, i.role, i.kind, i.status, i.heard_chars, i.ended, i.audio_ms, i.tool, i.images, i.created_at, EXISTS (SELECT 1 FROM audio a WHERE a.item = i.row) AS has_audio'

export const ITEM_COLUMNS = `${COLUMNS}, i.text`
/** One character more than is shown says that there are more. */
export const SHOWN_COLUMNS = `${COLUMNS}, substr(i.text, 1, ${String(SHOWN_CHARS + 1)}) AS text`

export const itemOf = (row: ItemColumns): ItemWrite => ({
  position: row.position,
  item: {
    id: itemId(row.id), role: row.role, kind: row.kind, text: row.text, status: row.status, heardChars: row.heard_chars, audioMs: row.audio_ms,
    ...(row.ended === null ? {} : { ended: row.ended }),
    ...(row.tool === null ? {} : { tool: JSON.parse(row.tool) as ToolCall }),
    ...(row.images === null ? {} : { images: JSON.parse(row.images) as readonly ImageNote[] }),
    createdAt: row.created_at, hasAudio: row.has_audio === 1,
  },
})
