import type { ConversationItem } from '../../../shared/conversation'
import { type AppError, appError } from '../../../shared/errors/errors'
import type { ItemId, ResponseId } from '../../../shared/ids'
import { sameItem } from '../../talk/core/conversation/items'
import { Deadline } from '../../platform/deadline'
import type { ConversationHead, ItemWrite } from '../core/ports'
import type { Timers, WallClock } from '../../platform/ports'
import { tokenCounts } from '../../talk/core/realtime/response-usage'
import type { Fields } from '../../talk/core/realtime/wire-fields'
import { HistoryWrites, type RecordStore } from './history-writes'
import type { ImageFiles } from '../core/images'
import { isStored, type RecordedItem, RecordedConversation, writeOf } from './recorded-conversation'

/** Longer than this no finished item is held back from the screen, written or not. */
const HOLD_BACK_MS = 1_000
/** Cannot be: an image stays in the cache until it is written. The item is worth more than an exception. */
const NO_BYTES = new Uint8Array()
const LONG_AGO = Number.NEGATIVE_INFINITY

export interface RecorderParts {
  readonly store: RecordStore
  readonly timers: Timers
  readonly wallClock: WallClock
  /** The images of the conversation. */
  readonly cache: ImageFiles
  /** The history cannot be written: once per outage. */
  readonly notify: (error: AppError) => void
}

const sameOrder = (before: readonly ConversationItem[], after: readonly ConversationItem[]): boolean =>
  before.length === after.length && after.every((item, index) => item === before[index] || item.id === before[index]?.id)

/**
 * Writes the items of the conversation as they finish, in the tick they do: an item that was shown as finished is there after
 * a kill. So that this holds, the screen shows an item as finished only when it is written (`shown`).
 */
export class HistoryRecorder {
  private items: readonly ConversationItem[] = []
  private recorded = new RecordedConversation(null, [])
  /** The conversation before this one: its last words may still change while it is put away. */
  private former = this.recorded
  private readonly writes: HistoryWrites
  /** What each write was made from; by this reference the screen knows it. */
  private readonly sources = new WeakMap<ItemWrite, ConversationItem>()
  private readonly stillInProgress = new WeakMap<ConversationItem, ConversationItem>()
  private readonly longest: Deadline

  private changed: () => void = () => undefined

  constructor(private readonly parts: RecorderParts) {
    this.longest = new Deadline(parts.timers, () => this.releaseHeld())
    this.writes = new HistoryWrites(parts.store, parts.timers, {
      written: (writes) => this.written(writes),
      refused: (head, write) => this.refused(head, write),
      failed: (error) => {
        parts.notify(error)
        this.changed()
      },
    })
  }

  /** `changed`: `shown` answers otherwise than before for some item. */
  listen(changed: () => void): void {
    this.changed = changed
  }

  /**
   * From now on items that were not there before belong to `conversation`. `known`: those of it that are stored already.
   * Private: nothing is written, ever. Must come before the list of the new conversation is noted.
   */
  begin(conversation: ConversationHead, known: readonly ItemWrite[], isPrivate = false): void {
    if (!this.recorded.isEmpty) this.former = this.recorded
    this.recorded = new RecordedConversation(isPrivate ? null : conversation, known)
    this.items = []
  }

  /** The conversation is held with another server now. */
  heldWith(endpointName: string): void {
    this.recorded.heldWith(endpointName)
  }

  /** The list changed. Items keep their reference while nothing about them changes. */
  note(items: readonly ConversationItem[]): void {
    const before = this.items
    this.items = items
    const added = this.addedBehind(before, items)
    if (added !== null) return this.save(this.recorded, added)
    const same = sameOrder(before, items)
    if (!same) this.arrange(items)
    const changed = same ? items.filter((item, index) => item !== before[index]) : items
    for (const recorded of new Set([this.former, this.recorded])) this.save(recorded, changed)
  }

  /** What was only added at the end, with its place; null where more than that happened. A flood of items must not be counted anew for each. */
  private addedBehind(before: readonly ConversationItem[], items: readonly ConversationItem[]): readonly ConversationItem[] | null {
    if (items.length <= before.length || before.some((item, index) => item !== items[index])) return null
    const added = items.slice(before.length)
    const last = before.at(-1)
    if (last === undefined || added.some(({ id }) => this.find(id) !== null)) return null
    return this.recorded.addBehind(last.id, added.map(({ id }) => id), this.parts.wallClock()) ? added : null
  }

  /** Its newest version may still be on its way, but it is there. */
  isSaved(item: ItemId): boolean {
    return (this.find(item)?.saved ?? null) !== null
  }

  /**
   * The item as the screen may show it: as it was last written, or as still in progress, until it is written as it is now. Not for
   * longer than a second, and not while nothing can be written. Same answer for the same item while nothing changes.
   */
  shown(item: ConversationItem): ConversationItem {
    const record = this.find(item.id)
    if (record === null || record.noted !== item || !this.heldBack(record)) return item
    return record.saved ?? this.asInProgress(item)
  }

  /** The person removed it from the history and may want it back: that it leaves the conversation now says nothing. */
  release(item: ItemId): void {
    this.recorded.release(item)
  }

  /** What a response cost. `usage` as it came; null: the server does not say. */
  usage(response: ResponseId, usage: Fields | null): void {
    const { head } = this.recorded
    if (head === null || usage === null) return
    this.writes.usage(head, { conversation: head.id, response, at: this.parts.wallClock(), ...tokenCounts(usage) })
  }

  /** Waits for all that is under way; what could not be written is tried once more. */
  flush(): Promise<void> {
    return this.writes.flush()
  }

  private find(item: ItemId): RecordedItem | null {
    return this.recorded.find(item) ?? this.former.find(item)
  }

  private arrange(items: readonly ConversationItem[]): void {
    const { recorded, former } = this
    const own = items.filter(({ id }) => recorded.find(id) !== null || former.find(id) === null)
    recorded.arrange(own.map(({ id }) => id), this.parts.wallClock())
    const gone = recorded.takeGone(new Set(own.map(({ id }) => id)))
    // Items go one by one. A list that lost more is another list, and nobody wanted to delete a whole conversation.
    if (gone.length !== 1 || recorded.head === null) return
    for (const [id, record] of gone) if (isStored(record)) this.writes.drop(recorded.head, id)
  }

  private save(recorded: RecordedConversation, items: readonly ConversationItem[]): void {
    const writes = items.flatMap((item) => {
      const record = recorded.find(item.id)
      if (record === null || record !== this.find(item.id)) return [] // an old conversation that goes on may be both
      return record.noted === item && !record.moved ? [] : this.take(recorded, record, item)
    })
    if (writes.length > 0 && recorded.head !== null) this.writes.save(recorded.head, writes)
  }

  private take(recorded: RecordedConversation, record: RecordedItem, item: ConversationItem): readonly ItemWrite[] {
    record.noted = item
    if (item.status === 'in-progress' || record.released || recorded.head === null) return []
    if (!record.moved && record.since === null && record.saved !== null && sameItem(record.saved, item)) {
      record.saved = item
      return []
    }
    record.moved = false
    this.holdBack(record)
    const write = writeOf(record, item, (image) => this.parts.cache.get(image)?.bytes ?? NO_BYTES)
    this.sources.set(write, item)
    return [write]
  }

  private written(writes: readonly ItemWrite[]): void {
    for (const write of writes) {
      const item = this.sources.get(write)
      const record = this.find(write.item.id)
      if (item === undefined || record === null) continue
      record.saved = item
      if (record.noted === item) record.since = null
      for (const { id } of item.images ?? []) this.parts.cache.keep(id)
    }
    this.changed()
  }

  /** Shown, and not to be written ever: the person must know. Told once a conversation; of one that is over there is nothing to tell. */
  private refused({ id }: ConversationHead, write: ItemWrite): void {
    const record = this.recorded.head?.id === id ? this.recorded.find(write.item.id) : null
    if (record === null) return
    if (record.noted === this.sources.get(write)) record.since = null
    if (!this.recorded.refusalShown) this.parts.notify(appError('history-gone'))
    this.recorded.refusalShown = true
    this.changed()
  }

  private heldBack({ since }: RecordedItem): boolean {
    return since !== null && !this.writes.failing && this.parts.timers.now() - since < HOLD_BACK_MS
  }

  private holdBack(record: RecordedItem): void {
    record.since = this.writes.failing ? LONG_AGO : this.parts.timers.now() // shown already: never taken back
    if (!this.writes.failing) this.longest.start(HOLD_BACK_MS)
  }

  /** Somebody has waited long enough; who came later waits on. */
  private releaseHeld(): void {
    const now = this.parts.timers.now()
    const since = [...this.recorded.waiting(), ...this.former.waiting()]
    const later = since.filter((at) => now - at < HOLD_BACK_MS)
    if (later.length < since.length && !this.writes.failing) this.changed()
    if (later.length > 0) this.longest.renew(Math.min(...later) + HOLD_BACK_MS - now)
  }

  private asInProgress(item: ConversationItem): ConversationItem {
    const known = this.stillInProgress.get(item) ?? { ...item, status: 'in-progress' as const }
    this.stillInProgress.set(item, known)
    return known
  }
}
