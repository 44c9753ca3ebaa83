import type { ItemId } from '../../../shared/ids'
import { findItem } from '../core/conversation/items'
import { type ClientEvent, deleteItem } from '../core/realtime/client-event'
import type { ConversationStore } from './conversation-store'
import { remember } from '../core/remember'

export interface UnspokenParts {
  readonly conversation: ConversationStore
  readonly send: (event: ClientEvent) => void
}

/** Items of answers that nobody asked for: not spoken, shown as unheard, and taken back from the server, which thinks they were said. */
export class UnspokenItems {
  /** False: nothing more of it will come. Bounded. */
  private readonly items = new Map<ItemId, boolean>()
  /** Not shown yet. */
  private readonly unmarked = new Set<ItemId>()

  constructor(private readonly parts: UnspokenParts) {}

  /** What was read before it was given up stays read. */
  note(item: ItemId): void {
    const shown = findItem(this.parts.conversation.current, item)
    if (this.items.has(item) || (shown?.kind === 'text' && shown.text !== '')) return
    remember(this.items, item, true)
    this.unmarked.add(item)
  }

  has(item: ItemId): boolean {
    return this.items.has(item)
  }

  /** Behind each event: the conversation may have by now what there is to mark. */
  mark(): void {
    for (const item of this.unmarked) {
      if (findItem(this.parts.conversation.current, item) === null) continue
      this.unmarked.delete(item)
      this.parts.conversation.unspoken(item)
    }
  }

  ended(item: ItemId): void {
    if (this.items.get(item) !== true) return
    this.items.set(item, false)
    this.unmarked.delete(item)
    this.parts.conversation.apply({ type: 'local.unheard', item })
    if (this.parts.conversation.isNative(item)) this.parts.send(deleteItem(item))
  }

  /** The answer is over. */
  endAll(): void {
    for (const [item, inProgress] of this.items) if (inProgress) this.ended(item)
  }
}
