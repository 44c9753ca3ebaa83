import type { Conversation, ConversationItem } from '../../shared/conversation'
import { type ItemId, itemId } from '../../shared/ids'
import { findItem, removeItem } from '../core/conversation/items'
import { type ConversationEvent, EMPTY_CONVERSATION, type FoldedConversation, reduceConversation } from '../core/conversation/reduce'
import { SEED_BUDGET_CHARS, seedEntries, type Summary } from '../core/conversation/seed'
import { NOTHING_TOLD, type SeedStep, seedStep, type Told, type ToldEntry } from '../core/conversation/seed-plan'
import { type ImageUrls, NO_IMAGES, shownAgain } from '../core/conversation/told-images'
import { type ClientEvent, deleteItem } from '../core/realtime/client-event'
import { QuestionSpeech } from './question-speech'
import type { Undelivered } from './uplink-socket'

type Ids = ReadonlySet<ItemId>

/** What one session knows of the talk from us. `before`: what was said before it began; the rest it has heard itself. */
export interface SessionKnowledge {
  readonly told: Told
  readonly before: Ids
}

/** A whole question that goes to the next session once more. `item`: its bubble, where it has one already. */
export interface AskedAgain {
  readonly item: ItemId | null
  readonly spoken: boolean
}

export const NOTHING_KNOWN: SessionKnowledge = { told: NOTHING_TOLD, before: new Set() }

export interface ConversationParts {
  readonly changed: () => void
  readonly summary: () => Summary | null
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
  private session: SessionKnowledge = NOTHING_KNOWN
  /** What the person took out of this conversation, and where it stood. */
  private readonly taken = new Map<ItemId, { readonly item: ConversationItem; readonly at: number }>()

  private readonly speech = new QuestionSpeech()

  constructor(private readonly parts: ConversationParts) {}

  get current(): Conversation {
    return this.conversation
  }

  /** What the server we talk with may know. */
  get ours(): readonly ConversationItem[] {
    return this.conversation.items.filter(({ id }) => !this.sealed.has(id))
  }

  /** The words of what was just said are still on their way; they come from this session or never. */
  get awaitsWords(): boolean {
    return this.conversation.items.slice(-3).some(({ role, status }) => role === 'user' && status === 'growing')
  }

  /** Another conversation; the session that is running, if any, knows nothing of it. */
  open(items: readonly ConversationItem[]): void {
    this.sealed = new Set()
    this.taken.clear()
    this.session = NOTHING_KNOWN
    this.replace({ items })
  }

  apply(event: ConversationEvent): void {
    if (!this.isEcho(event)) this.replace(reduceConversation(this.conversation, this.amongItems(event)))
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
   * What a session that is not in use yet must learn, from what it was told before. The question that will be asked again,
   * as it was spoken or typed, is not told; spoken again it gets a new id, and the old bubble would stand there twice.
   */
  learn(before: SessionKnowledge, again: AskedAgain | null): { readonly knowledge: SessionKnowledge; readonly events: readonly ClientEvent[] } {
    if (again?.spoken === true && again.item !== null) this.replace(removeItem(this.conversation, again.item))
    const items = this.conversation.items.filter(({ id }) => id !== again?.item)
    const { told, events } = this.step(before.told, items)
    return { knowledge: { told, before: new Set(items.map(({ id }) => id)) }, events }
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
    const { told, events } = this.step(this.session.told, this.conversation.items.filter(({ id }) => !this.isNative(id)))
    this.session = { ...this.session, told }
    return events
  }

  /** The person takes an item out. The events say it to the running session. */
  remove(item: ItemId): readonly ClientEvent[] {
    const taken = findItem(this.conversation, item)
    if (taken === null) return []
    this.taken.set(item, { item: taken, at: this.conversation.items.indexOf(taken) })
    const native = this.isNative(item)
    this.replace(removeItem(this.conversation, item))
    return [...(native ? [deleteItem(item)] : []), ...this.corrections()]
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
    this.conversation = next
    if (next.items === items) return
    this.speech.look(next.items)
    this.parts.changed()
  }

  private step(told: Told, items: readonly ConversationItem[]): SeedStep {
    const known = items.filter(({ id }) => !this.sealed.has(id)).map((item) => this.speech.withSound(item))
    const { summary, budgetChars = SEED_BUDGET_CHARS, images = NO_IMAGES, mint } = this.parts
    return seedStep(told, seedEntries(known, summary(), budgetChars, shownAgain(known, images)), (item) => this.isGone(item), () => itemId(mint()))
  }

  private isGone(id: ItemId): boolean {
    const item = findItem(this.conversation, id)
    return item === null || seedEntries([this.speech.withSound(item)], null).length === 0
  }

  /** The server repeats what it was told: that must not move what is on the screen. */
  private isEcho(event: ConversationEvent): boolean {
    switch (event.type) {
      case 'conversation.item.added':
      case 'conversation.item.done':
        return this.session.before.has(event.item.id) || this.told(event.item.id) !== undefined
      default:
        return false
    }
  }

  /** A server places new items behind what it was told, of which not everything is an item on the screen. */
  private amongItems<Event extends ConversationEvent>(event: Event): Event {
    if (!('previous' in event) || event.previous === null) return event
    const told = this.told(event.previous)
    return told === undefined ? event : { ...event, previous: told.item }
  }

  private told(as: ItemId): ToldEntry | undefined {
    for (const entry of this.session.told.values()) if (entry.as === as) return entry
    return undefined
  }
}
