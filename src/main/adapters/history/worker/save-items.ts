import { storableTime } from '../../../core/history/storable'
import type { ConversationHead, ItemWrite } from '../../../core/ports'
import { addConversation, refresh, touch } from './conversation-rows'
import { writeItem } from './item-rows'
import { conversationRow, DOOMED } from './rows'
import type { Session } from './session'

/** Writes what is new of one conversation, all or nothing. What the person has removed for good is left out without a word. */
export function saveItems({ db, gone }: Session, head: ConversationHead, writes: readonly ItemWrite[]): null {
  const wanted = writes.filter(({ item }) => !gone.hasItem(head.id, item.id))
  if (wanted.length === 0) return null
  db.transaction(() => {
    const known = conversationRow(db, head.id)
    if (known?.hidden === DOOMED) return
    const conversation = known?.row ?? addConversation(db, head)
    const added = wanted.reduce((count, write) => count + writeItem(db, conversation, write), 0)
    touch(db, conversation, { added, endpointName: head.endpointName, at: latest(wanted) })
    refresh(db, conversation, wanted)
  })
  return null
}

const latest = (writes: readonly ItemWrite[]): number => storableTime(Math.max(...writes.map(({ item }) => item.createdAt)))
