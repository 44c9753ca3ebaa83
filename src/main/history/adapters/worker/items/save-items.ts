import { storableTime } from '../../../core/storable'
import type { ConversationHead, ItemWrite } from '../../../core/ports'
import { addConversation, refresh, touch } from './conversation-rows'
import type { Database } from '../../../../platform/adapters/database/connection'
import { takenAway } from '../failures'
import { writeItem } from './item-rows'
import { conversationRow, DOOMED } from '../database/rows'
import type { Session } from '../session'

const latest = (writes: readonly ItemWrite[]): number => storableTime(Math.max(...writes.map(({ item }) => item.createdAt)))

/** Writes what is new of one conversation, all or nothing. Nothing that was taken away for good comes back, and nobody is told it did. */
export function saveItems({ db, gone }: Session, head: ConversationHead, writes: readonly ItemWrite[]): null {
  if (writes.length === 0) return null
  if (writes.some(({ item }) => gone.hasItem(head.id, item.id))) throw takenAway()
  db.transaction(() => {
    const conversation = rowFor(db, head)
    const added = writes.reduce((count, write) => count + writeItem(db, conversation, write), 0)
    touch(db, conversation, { added, endpointName: head.endpointName, at: latest(writes) })
    refresh(db, conversation, writes)
  })
  return null
}

function rowFor(db: Database, head: ConversationHead): number {
  const known = conversationRow(db, head.id)
  if (known?.hidden === DOOMED) throw takenAway()
  return known?.row ?? addConversation(db, head)
}
