import type { ConversationId, ItemId } from '../../../../../shared/ids'

/**
 * What the person has taken away for good in this run, and what was removed before it was ever saved. A save that was held back
 * (a full disk, a slow transcript) and comes late must not bring it back. Kept in memory only: nothing is saved late across runs,
 * and what was deleted leaves no list of itself behind.
 */
export interface Gone {
  add(what: Whereof, how: 'for-good' | 'restorable'): void
  /** The person wants it back, which is too late for what went for good. */
  restore(what: Whereof): void
  /** An import brings it back. */
  forget(conversation: ConversationId): void
  /** Nothing can be restored any more. */
  seal(): void
  hasConversation(conversation: ConversationId): boolean
  /** Also when its conversation has gone. */
  hasItem(conversation: ConversationId, item: ItemId): boolean
}

/** `item` null: all of the conversation. */
interface Whereof {
  readonly conversation: ConversationId
  readonly item: ItemId | null
}

const keyOf = ({ conversation, item }: Whereof): string => JSON.stringify([conversation, item])

export function createGone(): Gone {
  const isRestorable = new Map<string, boolean>()
  const hasConversation = (conversation: ConversationId): boolean => isRestorable.has(keyOf({ conversation, item: null }))
  return {
    add: (what, how) => void isRestorable.set(keyOf(what), how === 'restorable'),
    restore: (what) => {
      if (isRestorable.get(keyOf(what)) === true) isRestorable.delete(keyOf(what))
    },
    forget: (conversation) => void isRestorable.delete(keyOf({ conversation, item: null })),
    seal: () => [...isRestorable.keys()].forEach((key) => isRestorable.set(key, false)),
    hasConversation,
    hasItem: (conversation, item) => hasConversation(conversation) || isRestorable.has(keyOf({ conversation, item })),
  }
}
