import type { Conversation, ConversationItem } from '../../../shared/conversation'
import type { AssistantView, ItemsPatch, ViewSnapshot } from '../../../shared/view'
import { createShownParts } from '../../talk/core/conversation/shown-part'
import type { Timers } from '../../platform/ports'

/** At most 30 pushes a second: the eye needs no more, and a burst of deltas becomes one message. */
const PUSH_INTERVAL_MS = 33
/** What a page draws meanwhile: long texts and long lists are pushed less often, so that it also answers. */
const CHARS_PER_MS = 500
const CHARS_PER_ID = 40

export interface ViewSinks {
  readonly view: (view: AssistantView) => void
  readonly items: (patch: ItemsPatch) => void
}

/** Gathers what changed and pushes it, coalesced. The first change after a quiet time goes out at once. */
export class ViewPublisher {
  private waiting = false
  private due = false
  private viewDirty = false
  private itemsDirty = false
  private sent: readonly ConversationItem[] = []
  private readonly part = createShownParts()

  constructor(
    private readonly view: () => AssistantView,
    private readonly conversation: () => Conversation,
    private readonly sinks: ViewSinks,
    private readonly timers: Timers,
  ) {}

  viewChanged(): void {
    this.viewDirty = true
    this.push()
  }

  conversationChanged(): void {
    this.itemsDirty = true
    this.push()
  }

  /** A page that has just loaded has everything with this; later patches build on it. */
  snapshot(): ViewSnapshot {
    this.flush() // who has loaded already must not miss what is still waiting
    this.sent = this.conversation().items.map(this.part)
    return { view: this.view(), items: this.sent }
  }

  private push(): void {
    if (this.waiting) {
      this.due = true
      return
    }
    const chars = this.flush()
    this.waiting = true
    this.timers.after(Math.max(PUSH_INTERVAL_MS, chars / CHARS_PER_MS), () => {
      this.waiting = false
      if (!this.due) return
      this.due = false
      this.push()
    })
  }

  /** Says how many characters went out. */
  private flush(): number {
    if (this.viewDirty) this.sinks.view(this.view())
    const chars = this.itemsDirty ? this.pushItems() : 0
    this.viewDirty = false
    this.itemsDirty = false
    return chars
  }

  private pushItems(): number {
    const items = this.conversation().items.map(this.part)
    const patch = itemsPatch(this.sent, items)
    this.sent = items
    if (patch.upserts.length > 0 || patch.order !== null) this.sinks.items(patch)
    return patch.upserts.reduce((sum, { text }) => sum + text.length, CHARS_PER_ID * (patch.order?.length ?? 0))
  }
}

/** Items keep their reference while nothing about them changes, so that a comparison by reference finds the difference. */
export function itemsPatch(before: readonly ConversationItem[], after: readonly ConversationItem[]): ItemsPatch {
  const known = new Set(before)
  const sameOrder = before.length === after.length && after.every((item, index) => item.id === before[index]?.id)
  return {
    upserts: after.filter((item) => !known.has(item)),
    order: sameOrder ? null : after.map((item) => item.id),
  }
}
