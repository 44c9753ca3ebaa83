import type { ToolCall } from '../../../../../shared/conversation'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { GivenPassage } from '../../../../../shared/knowledge/passages'
import { IN_SIGHT } from '../database/rows'
import type { Session } from '../session'

/** Of a call in sight, as it was written with it. */
export function givenPassages({ db }: Session, conversation: ConversationId, call: ItemId): readonly GivenPassage[] {
  const row = db.get<{ tool: string | null }>(
    'SELECT i.tool FROM items i JOIN conversations c ON c.row = i.conversation WHERE c.id = ? AND i.id = ? AND i.hidden = ? AND c.hidden = ?',
    conversation, call, IN_SIGHT, IN_SIGHT,
  )
  if (row === undefined || row.tool === null) return []
  return (JSON.parse(row.tool) as ToolCall).account?.passages ?? []
}
