import type { Conversation } from '../../shared/conversation'
import type { ItemId } from '../../shared/ids'
import { type ConversationEvent, EMPTY_CONVERSATION, reduceConversation } from '../core/conversation/reduce'
import { seedEvents } from '../core/conversation/seed'
import type { ClientEvent } from '../core/realtime/client-event'

/** The conversation of this run, over all its sessions. */
export class ConversationStore {
  private conversation: Conversation = EMPTY_CONVERSATION
  /** Said to another server: none of the new one's business. */
  private sealed: ReadonlySet<ItemId> = new Set()
  /** Told to the running session by us: its echo must not move what is on the screen. */
  private seeded: ReadonlySet<ItemId> = new Set()

  constructor(private readonly changed: () => void) {}

  get current(): Conversation {
    return this.conversation
  }

  apply(event: ConversationEvent): void {
    if (this.isEcho(event)) return
    const next = reduceConversation(this.conversation, event)
    if (next === this.conversation) return
    this.conversation = next
    this.changed()
  }

  /** What was said so far stays on the screen and is told to no other server. */
  seal(): void {
    this.sealed = new Set(this.conversation.items.map(({ id }) => id))
  }

  /** The events that bring a new session up to date. `replaying`: the last question is sent again as it was spoken. */
  seed(replaying: boolean): readonly ClientEvent[] {
    if (replaying) this.retractQuestion()
    const { items } = this.conversation
    const last = items.at(-1)
    const known = items.filter((item) => !this.sealed.has(item.id) && !(replaying && item === last && item.role === 'user'))
    this.seeded = new Set(known.map(({ id }) => id))
    return seedEvents(known)
  }

  /** A spoken question gets a new id with its new session; the old bubble would stand there twice. */
  private retractQuestion(): void {
    const last = this.conversation.items.at(-1)
    if (last?.role === 'user' && last.kind === 'speech') this.apply({ type: 'conversation.item.deleted', item: last.id })
  }

  private isEcho(event: ConversationEvent): boolean {
    return (event.type === 'conversation.item.added' || event.type === 'conversation.item.done') && this.seeded.has(event.item.id)
  }
}
