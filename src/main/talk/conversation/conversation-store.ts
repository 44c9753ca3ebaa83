import type { Conversation, ConversationItem } from '../../../shared/conversation'
import { type ItemId, itemId } from '../../../shared/ids'
import { findItem, removeItem } from '../core/conversation/items'
import { succeedItem } from '../core/conversation/succession'
import { type ConversationEvent, EMPTY_CONVERSATION, type FoldedConversation, reduceConversation } from '../core/conversation/reduce'
import { type RestoredItem, RESTORE_BUDGET_CHARS, restoredEntries } from '../core/conversation/context-restore'
import { EMPTY_CONTEXT, type ContextStep, contextStep, type SessionContext, type ContextEntry } from '../core/conversation/context-step'
import { type ImageUrls, NO_IMAGES, shownAgain } from '../core/conversation/restored-images'
import { type ClientEvent, deleteItem } from '../core/realtime/client-event'
import { QuestionSpeech } from '../input/question-speech'
import type { Undelivered } from '../input/input-socket'

type Ids = ReadonlySet<ItemId>

/** What one session knows of the talk from us. `before`: what was said before it began; the rest it has heard itself. */
export interface SessionKnowledge {
  readonly context: SessionContext
  readonly before: Ids
  /** The bubble of what goes to it once more, as it was spoken: shown, and not told. */
  readonly repeating: ItemId | null
}

/** A whole question that goes to the next session once more. `item`: its bubble, where it has one already. */
export interface AskedAgain {
  readonly item: ItemId | null
  readonly spoken: boolean
}

export const NOTHING_KNOWN: SessionKnowledge = { context: EMPTY_CONTEXT, before: new Set(), repeating: null }

export interface ConversationParts {
  readonly changed: (current: Conversation) => void
  /** What every new session is told first. */
  readonly restore: () => readonly RestoredItem[]
  readonly mint: () => string
  /** Characters of whole turns that a new session is told. */
  readonly budgetChars?: number | undefined
  readonly images?: ImageUrls
}

/** The conversation over all its sessions, in ids of our own: what a session calls an item is the session's affair. */
export class ConversationStore {
  private conversation: FoldedConversation = EMPTY_CONVERSATION
  /** Said to another server: none of the new one's business. */
  private sealed: Ids = new Set()
  /** Kept as drafts: shown, and told to nobody, or it would be said twice once the draft is sent. */
  private readonly withheld = new Set<ItemId>()
  private session: SessionKnowledge = NOTHING_KNOWN
  /** Told to the session beside what is shown, such as the image that a call brought. */
  private readonly hidden = new Set<ItemId>()
  /** The second bubble of a question, and the first, which stays until the second is there. */
  private readonly successors = new Map<ItemId, ItemId>()
  /** What the person took out of this conversation, and where it stood. */
  private readonly taken = new Map<ItemId, { readonly item: ConversationItem; readonly at: number }>()

  /** What was said last when an answer was given up. */
  private leftAt: ItemId | null = null
  private readonly speech = new QuestionSpeech()

  constructor(private readonly parts: ConversationParts) {}

  get current(): Conversation {
    return this.conversation
  }

  /** What the server we talk with may know. */
  get ours(): readonly ConversationItem[] {
    return this.conversation.items.filter(({ id }) => !this.sealed.has(id) && !this.withheld.has(id))
  }

  /** The words of what was just said are still on their way; they come from this session or never. */
  get awaitsWords(): boolean {
    return this.conversation.items.slice(-3).some(({ role, status }) => role === 'user' && status === 'in-progress')
  }

  /** Another conversation; the session that is running, if any, knows nothing of it. */
  open(items: readonly ConversationItem[]): void {
    this.sealed = new Set()
    this.taken.clear()
    this.withheld.clear()
    this.hidden.clear()
    this.successors.clear()
    this.leftAt = null
    this.session = NOTHING_KNOWN
    this.replace({ items })
  }

  apply(event: ConversationEvent): void {
    if (!this.isEcho(event)) this.replace(reduceConversation(this.conversation, this.amongItems(event)))
  }

  /** Nobody wants the answer that is due, which may come all the same. */
  answerGivenUp(): void {
    this.leftAt = this.conversation.items.at(-1)?.id ?? null
  }

  /** It is not played. */
  unspoken(item: ItemId): void {
    this.apply({ type: 'local.unspoken', item, behind: this.leftAt })
  }

  /** The server has a spoken question whole, and its words are not known yet. */
  spoken(item: ItemId, speech: Undelivered): void {
    this.speech.keep(item, speech)
  }

  /** What was said so far stays on the screen and is told to no other server. */
  seal(): void {
    this.sealed = new Set(this.conversation.items.map(({ id }) => id))
  }

  /**
   * What a session that is not in use yet must be told, from what it was told before. The question that will be asked again,
   * as it was spoken or typed, is not told; spoken again it gets a new id, and the old bubble stays until that one is there.
   */
  restore(before: SessionKnowledge, again: AskedAgain | null): { readonly knowledge: SessionKnowledge; readonly events: readonly ClientEvent[] } {
    const items = this.conversation.items.filter(({ id }) => id !== again?.item)
    const { context, events } = this.step(before.context, items)
    const repeating = again?.spoken === true ? again.item : null
    const known = items.map(({ id }) => id)
    return { knowledge: { context, before: new Set(repeating === null ? known : [...known, repeating]), repeating }, events }
  }

  /** A draft has it now. */
  withhold(item: ItemId): void {
    this.withheld.add(item)
  }

  /** The server will repeat it; it has no bubble of its own. */
  hide(item: ItemId): void {
    this.hidden.add(item)
  }

  /** `item` says again what `former` said, and takes its place. */
  succeed(former: ItemId, item: ItemId): void {
    if (former === item) return
    this.successors.set(item, former)
    this.replace(this.conversation)
  }

  /** From now on this session is the one we talk with. */
  use(knowledge: SessionKnowledge): void {
    this.session = knowledge
  }

  /** It was said in this session, so the server has its sound and can cut it. */
  isNative(item: ItemId): boolean {
    return !this.session.before.has(item)
  }

  /** What the running session was told and is not true any more: cut since, or removed. */
  corrections(): readonly ClientEvent[] {
    const { context, events } = this.step(this.session.context, this.conversation.items.filter(({ id }) => !this.isNative(id) && id !== this.session.repeating))
    this.session = { ...this.session, context }
    return events
  }

  /** The person takes an item out. The events say it to the running session, but for what that was only told: see `corrections`. */
  remove(item: ItemId): readonly ClientEvent[] {
    const taken = findItem(this.conversation, item)
    if (taken === null) return []
    this.taken.set(item, { item: taken, at: this.conversation.items.indexOf(taken) })
    const native = this.isNative(item)
    this.replace(removeItem(this.conversation, item))
    return native ? [deleteItem(item)] : []
  }

  /** And takes it back: to its place, and to the session, as something that was said before. */
  putBack(item: ItemId): readonly ClientEvent[] {
    const taken = this.taken.get(item)
    if (taken === undefined || findItem(this.conversation, item) !== null) return []
    this.taken.delete(item)
    this.session = { ...this.session, before: new Set([...this.session.before, item]) }
    this.replace({ items: this.conversation.items.toSpliced(taken.at, 0, taken.item) })
    return this.corrections()
  }

  private replace(next: FoldedConversation): void {
    const { items } = this.conversation
    this.conversation = this.succeeded(next)
    if (this.conversation.items === items) return
    this.speech.evaluate(this.conversation.items)
    this.parts.changed(this.conversation)
  }

  private succeeded(next: FoldedConversation): FoldedConversation {
    let left = next
    for (const [item, former] of this.successors) {
      const succession = succeedItem(left, former, item)
      if (succession === null) continue
      this.successors.delete(item)
      left = succession
    }
    return left
  }

  private step(context: SessionContext, items: readonly ConversationItem[]): ContextStep {
    const known = items.filter(({ id }) => !this.sealed.has(id) && !this.withheld.has(id)).map((item) => this.speech.withSound(item))
    const { restore, budgetChars = RESTORE_BUDGET_CHARS, images = NO_IMAGES, mint } = this.parts
    return contextStep(context, restoredEntries(known, restore(), budgetChars, shownAgain(known, images)), (item) => this.isGone(item), () => itemId(mint()))
  }

  private isGone(id: ItemId): boolean {
    const item = findItem(this.conversation, id)
    return item === null || restoredEntries([this.speech.withSound(item)], []).length === 0
  }

  /** The server repeats what it was told: that must not move what is on the screen. */
  private isEcho(event: ConversationEvent): boolean {
    switch (event.type) {
      case 'conversation.item.added':
      case 'conversation.item.done':
        return this.hidden.has(event.item.id) || this.session.before.has(event.item.id) || this.entryOf(event.item.id) !== undefined
      default:
        return false
    }
  }

  /** A server places new items behind what it was told, of which not everything is an item on the screen, and it was not told everything. */
  private amongItems<Event extends ConversationEvent>(event: Event): Event {
    if (!('previous' in event) || event.previous === null) return event
    const previous = this.entryOf(event.previous)?.item ?? event.previous
    return { ...event, previous: this.behindUntold(previous) }
  }

  private behindUntold(previous: ItemId): ItemId {
    const { items } = this.conversation
    let at = items.findIndex(({ id }) => id === previous)
    if (at === -1) return previous
    for (let next = items[at + 1]; next !== undefined && this.isUntold(next.id); next = items[at + 1]) at += 1
    return items[at]?.id ?? previous
  }

  private isUntold(id: ItemId): boolean {
    return this.withheld.has(id) || id === this.session.repeating
  }

  private entryOf(as: ItemId): ContextEntry | undefined {
    for (const entry of this.session.context.values()) if (entry.as === as) return entry
    return undefined
  }
}
