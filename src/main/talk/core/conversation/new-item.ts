import type { ConversationItem } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'

export const newItem = (id: ItemId, role: ConversationItem['role'], kind: ConversationItem['kind']): ConversationItem => ({
  id,
  role,
  kind,
  text: '',
  status: 'in-progress',
  heardChars: null,
  audioMs: null,
})
