import type { ConversationSummary, ListCursor, Page } from '../../../../../shared/history'
import type { TextPart } from '../../../../../shared/conversation'
import { conversationId, type ConversationId, type ItemId } from '../../../../../shared/ids'
import { shownPart, textPart } from '../../../../talk/core/conversation/shown-part'
import type { ItemWrite } from '../../../core/ports'
import { conversationRow, IN_SIGHT, itemRow } from '../database/rows'
import { ITEM_COLUMNS, itemOf, type ItemColumns, SHOWN_COLUMNS } from '../items/item-rows'
import type { Session } from '../session'

export interface SummaryColumns {
  readonly id: string
  readonly title: string
  readonly titled: number
  readonly preview: string
  readonly started_at: number
  readonly updated_at: number
  readonly pinned: number
  readonly items: number
  readonly endpoint_name: string
}

export const SUMMARY_COLUMNS = 'id, title, titled, preview, started_at, updated_at, pinned, items, endpoint_name'

/** Above every row: where the list begins. */
const TOP: readonly [number, number, string] = [2, 0, '']

export const summaryOf = (row: SummaryColumns): ConversationSummary => ({
  id: conversationId(row.id), title: row.title, titled: row.titled === 1, preview: row.preview, startedAt: row.started_at, updatedAt: row.updated_at,
  pinned: row.pinned === 1, items: row.items, endpointName: row.endpoint_name,
})

/** One page of the list; its index is in this order, so that a page costs the same wherever it is. */
export function list({ db }: Session, after: ListCursor | null, limit: number): Page<ConversationSummary> {
  const [pinned, updatedAt, id] = after === null ? TOP : ([Number(after.pinned), after.updatedAt, after.id] as const)
  const rows = db.all<SummaryColumns>(
    `SELECT ${SUMMARY_COLUMNS} FROM conversations
     WHERE hidden = 0 AND items > 0 AND (pinned, updated_at, id) < (?, ?, ?)
     ORDER BY pinned DESC, updated_at DESC, id DESC LIMIT ?`,
    pinned, updatedAt, id, limit + 1,
  )
  return { rows: rows.slice(0, limit).map(summaryOf), more: rows.length > limit }
}

/** Null when it is not there or was removed. */
export function summary({ db }: Session, conversation: ConversationId): ConversationSummary | null {
  const row = db.get<SummaryColumns>(`SELECT ${SUMMARY_COLUMNS} FROM conversations WHERE id = ? AND hidden = 0`, conversation)
  return row === undefined ? null : summaryOf(row)
}

/** One page upwards. Items that share the last position stay together: the next page begins below that position. */
export function items({ db }: Session, conversation: ConversationId, before: number | null, limit: number, extent: 'shown' | 'whole' = 'whole'): Page<ItemWrite> {
  const known = conversationRow(db, conversation)
  if (known?.hidden !== IN_SIGHT) return { rows: [], more: false }
  const below = before ?? Number.MAX_VALUE
  const floor = db.get<{ position: number }>(
    'SELECT position FROM items WHERE conversation = ? AND hidden = 0 AND position < ? ORDER BY position DESC LIMIT 1 OFFSET ?',
    known.row, below, limit - 1,
  )?.position ?? -Number.MAX_VALUE
  const rows = db.all<ItemColumns>(
    `SELECT ${extent === 'shown' ? SHOWN_COLUMNS : ITEM_COLUMNS} FROM items i WHERE i.conversation = ? AND i.hidden = 0 AND i.position < ? AND i.position >= ? ORDER BY i.position, i.row`,
    known.row, below, floor,
  )
  const more = db.get('SELECT 1 FROM items WHERE conversation = ? AND hidden = 0 AND position < ? LIMIT 1', known.row, floor) !== undefined
  const writes = rows.map(itemOf)
  return { rows: extent === 'whole' ? writes : writes.map((write) => ({ ...write, item: shownPart(write.item) })), more }
}

/** Null when it is not there or was removed. */
export function itemText({ db }: Session, conversation: ConversationId, item: ItemId, from: number): TextPart | null {
  const owner = conversationRow(db, conversation)
  const known = owner?.hidden === IN_SIGHT ? itemRow(db, owner.row, item) : undefined
  return known?.hidden === IN_SIGHT ? textPart(known.text, from) : null
}
