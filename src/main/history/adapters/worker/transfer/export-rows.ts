import type { ExportedConversation } from '../../../core/export-layout'
import type { ResponseUsage } from '../../../../../shared/history'
import { conversationId, type ConversationId } from '../../../../../shared/ids'
import type { ItemWrite } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { imageFile } from '../items/images'
import { ITEM_COLUMNS, itemOf, type ItemColumns } from '../items/item-rows'
import { summaryOf, SUMMARY_COLUMNS, type SummaryColumns } from '../reading/list'

/** Small, so that a slice of the work stays short. */
const PAGE = 100

/** The rows of what is asked for and in sight, oldest first. */
export function exportedRows(db: Database, conversations: readonly ConversationId[] | null): readonly number[] {
  const all = db.all<{ row: number; id: ConversationId }>('SELECT row, id FROM conversations WHERE hidden = 0 AND items > 0 ORDER BY started_at, id')
  const wanted = conversations === null ? null : new Set(conversations)
  return all.filter(({ id }) => wanted?.has(id) ?? true).map(({ row }) => row)
}

export function exportedConversation(db: Database, row: number): ExportedConversation {
  const columns = db.get<SummaryColumns>(`SELECT ${SUMMARY_COLUMNS} FROM conversations WHERE row = ?`, row)
  if (columns === undefined) throw new Error('a conversation left its own picture')
  return { ...summaryOf(columns), usage: usageOf(db, columns.id) }
}

function usageOf(db: Database, conversation: string): readonly ResponseUsage[] {
  const rows = db.all<Omit<ResponseUsage, 'conversation'>>(
    `SELECT response, at, input_tokens AS inputTokens, cached_tokens AS cachedTokens, output_tokens AS outputTokens,
       input_audio_tokens AS inputAudioTokens, output_audio_tokens AS outputAudioTokens
     FROM usage WHERE conversation = ? ORDER BY at, response`,
    conversation,
  )
  return rows.map((row) => ({ ...row, conversation: conversationId(conversation) }))
}

/** As base64. One item at a time: a page of them could be too much for the memory. */
export const exportedImages = (db: Database, { item: { images = [] } }: ItemWrite): readonly (string | null)[] =>
  images.map(({ id }) => {
    const file = imageFile(db, id)
    return file === null ? null : Buffer.from(file.bytes).toString('base64')
  })

/** Pages of items in their order. */
export function* exportedItems(db: Database, conversation: number): Generator<readonly ItemWrite[]> {
  let last = { position: -Number.MAX_VALUE, row: -1 }
  for (;;) {
    const rows = db.all<ItemColumns & { row: number }>(
      `SELECT i.row, ${ITEM_COLUMNS} FROM items i
       WHERE i.conversation = ? AND i.hidden = 0 AND (i.position, i.row) > (?, ?) ORDER BY i.position, i.row LIMIT ?`,
      conversation, last.position, last.row, PAGE,
    )
    const end = rows.at(-1)
    if (end === undefined) return
    last = end
    yield rows.map(itemOf)
  }
}
