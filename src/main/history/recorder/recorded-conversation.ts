import type { ConversationItem } from '../../../shared/conversation'
import type { ImageId, ItemId } from '../../../shared/ids'
import { newPositions } from '../../talk/core/conversation/positions'
import type { ConversationHead, ItemWrite } from '../core/ports'

/** What the recorder knows of one item. */
export interface RecordedItem {
  position: number
  readonly createdAt: number
  readonly hasAudio: boolean
  /** As it was last in the list; null: not yet. */
  noted: ConversationItem | null
  /** As it was last written; null: never. */
  saved: ConversationItem | null
  /** Since when a version of it waits to be written, by the clock of `Timers`; null: none does. */
  since: number | null
  /** Its place changed, so that it must be written although nothing else did. */
  moved: boolean
  released: boolean
}

/** It is in the store, or on its way there. */
export const isStored = ({ saved, since, released }: RecordedItem): boolean => !released && (saved !== null || since !== null)

/** `images`: the bytes of one; they go with every write until one of them is known to be done. */
export function writeOf({ position, createdAt, hasAudio, saved }: RecordedItem, item: ConversationItem, images: (image: ImageId) => Uint8Array): ItemWrite {
  const write = { position, item: { ...item, createdAt, hasAudio } }
  return saved !== null || item.images === undefined ? write : { ...write, images: item.images.map(({ id }) => images(id)) }
}

const recorded = (position: number, createdAt: number, hasAudio: boolean, saved: ConversationItem | null): RecordedItem => ({
  position,
  createdAt,
  hasAudio,
  saved,
  noted: null,
  since: null,
  moved: false,
  released: false,
})

/** The items of one conversation, as far as they were in the list or are stored. `head` null: private, never written. */
export class RecordedConversation {
  private readonly records: Map<ItemId, RecordedItem>
  /** The person knows that the history takes nothing of it. */
  refusalShown = false

  constructor(
    private conversation: ConversationHead | null,
    known: readonly ItemWrite[],
  ) {
    this.records = new Map(known.map(({ position, item }) => [item.id, recorded(position, item.createdAt, item.hasAudio, item)]))
  }

  get head(): ConversationHead | null {
    return this.conversation
  }

  get isEmpty(): boolean {
    return this.records.size === 0
  }

  heldWith(endpointName: string): void {
    this.conversation = this.conversation === null ? null : { ...this.conversation, endpointName }
  }

  find(item: ItemId): RecordedItem | null {
    return this.records.get(item) ?? null
  }

  release(item: ItemId): void {
    const record = this.find(item)
    if (record !== null) record.released = true
  }

  /** Gives a place to what is new or has moved. */
  arrange(order: readonly ItemId[], now: number): void {
    const known = new Map([...this.records].map(([id, { position }]) => [id, position]))
    for (const [id, position] of newPositions(order, known)) {
      const record = this.find(id)
      if (record === null) this.records.set(id, recorded(position, now, false, null))
      else this.move(record, position)
    }
  }

  /** False where `last` is not of this talk. */
  addBehind(last: ItemId, added: readonly ItemId[], now: number): boolean {
    const before = this.find(last)
    if (before === null) return false
    const places = newPositions([last, ...added], new Map([[last, before.position]]))
    for (const [id, position] of places) this.records.set(id, recorded(position, now, false, null))
    return true
  }

  /** What was in the list and is not any more; it is forgotten here. */
  takeGone(present: ReadonlySet<ItemId>): readonly (readonly [ItemId, RecordedItem])[] {
    const gone = [...this.records].filter(([id, { noted }]) => noted !== null && !present.has(id))
    for (const [id] of gone) this.records.delete(id)
    return gone
  }

  /** Since when items wait to be written. */
  waiting(): readonly number[] {
    return [...this.records.values()].flatMap(({ since }) => since ?? [])
  }

  private move(record: RecordedItem, position: number): void {
    record.position = position
    record.moved = true
  }
}
