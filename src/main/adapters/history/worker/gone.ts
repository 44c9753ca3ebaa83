import type { ConversationId, ItemId } from '../../../../shared/ids'

/**
 * What the person has taken away for good in this run, and what was removed before it was ever saved. A save that was held back
 * (a full disk, a slow transcript) and comes late must not bring it back. Kept in memory only: nothing is saved late across runs,
 * and what was deleted leaves no list of itself behind.
 */
export interface Gone {
  addConversation(conversation: ConversationId): void
  addItem(conversation: ConversationId, item: ItemId): void
  /** The person wants it back. */
  forgetConversation(conversation: ConversationId): void
  forgetItem(conversation: ConversationId, item: ItemId): void
  hasConversation(conversation: ConversationId): boolean
  /** Also when its conversation has gone. */
  hasItem(conversation: ConversationId, item: ItemId): boolean
}

export function createGone(): Gone {
  const conversations = new Set<ConversationId>()
  const items = new Set<string>()
  return {
    addConversation: (conversation) => void conversations.add(conversation),
    addItem: (conversation, item) => void items.add(keyOf(conversation, item)),
    forgetConversation: (conversation) => void conversations.delete(conversation),
    forgetItem: (conversation, item) => void items.delete(keyOf(conversation, item)),
    hasConversation: (conversation) => conversations.has(conversation),
    hasItem: (conversation, item) => conversations.has(conversation) || items.has(keyOf(conversation, item)),
  }
}

const keyOf = (conversation: ConversationId, item: ItemId): string => JSON.stringify([conversation, item])
