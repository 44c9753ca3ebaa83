import type { Conversation } from '../../shared/conversation'
import { type ConversationEvent, EMPTY_CONVERSATION, reduceConversation } from '../core/conversation/reduce'

/** The conversation of this run. */
export class ConversationStore {
  private conversation: Conversation = EMPTY_CONVERSATION

  constructor(private readonly changed: () => void) {}

  get current(): Conversation {
    return this.conversation
  }

  apply(event: ConversationEvent): void {
    const next = reduceConversation(this.conversation, event)
    if (next === this.conversation) return
    this.conversation = next
    this.changed()
  }
}
