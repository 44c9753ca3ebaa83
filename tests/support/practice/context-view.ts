import type { ImageFacts } from '../../../src/main/practice/input/image-input'
import { bytesToMs, textIn, type ItemRecord } from '../../../src/main/practice/items/conversation'
import type { ItemStatus, WireItem } from '../../../src/main/practice/session/wire'

/** One item as the model knows it. */
export interface ContextItem {
  readonly id: string
  /** `null` for calls and their outputs. */
  readonly role: WireItem['role'] | null
  readonly type: string
  /** Text or transcript as far as it has come; a call's arguments, a tool's output. A truncation empties it, as on the real wire. */
  readonly text: string
  /** Length of all the audio there ever was in it; `null` for an item without audio. */
  readonly audioMs: number | null
  /** Left out where there is none. */
  readonly images?: readonly ImageFacts[]
  /** Where a truncation cut; `null` = not truncated. */
  readonly heardMs: number | null
  readonly status: ItemStatus
  /** Joins a call and its output. */
  readonly callId: string | null
  readonly name: string | null
}

/** The first length and the last cut of a truncated item. */
export interface Cut {
  readonly fullBytes: number
  readonly heardMs: number
}

type Cuts = ReadonlyMap<ItemRecord, Cut>

const viewOf = (record: ItemRecord, truncated: Cut | undefined): ContextItem => {
  const { item } = record
  const fullBytes = truncated?.fullBytes ?? record.audioBytes
  return {
    id: item.id,
    role: item.role ?? null,
    type: item.type,
    text: textIn(record),
    audioMs: fullBytes === 0 ? null : bytesToMs(fullBytes),
    ...(record.images.length === 0 ? {} : { images: record.images }),
    heardMs: truncated?.heardMs ?? null,
    status: item.status ?? 'completed',
    callId: item.call_id ?? null,
    name: item.name ?? null,
  }
}

/** What the next response would be told, in order. */
export const contextOf = (records: readonly ItemRecord[], cuts: Cuts): readonly ContextItem[] => records.map((record) => viewOf(record, cuts.get(record)))
