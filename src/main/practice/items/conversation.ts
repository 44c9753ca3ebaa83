import { BYTES_PER_SAMPLE, samplesToMs } from '../../../shared/audio/audio-format'
import { type ImageFacts, imagesIn } from '../input/image-input'
import type { WireContent, WireItem } from '../session/wire'

/** One item with what the wire does not show: its audio. */
export interface ItemRecord {
  item: WireItem
  /** s16le 24 kHz; spoken by the user or by the answer. Empty when forgotten to save memory. */
  audio: Buffer[]
  readonly images: readonly ImageFacts[]
  /** Length of the audio there is, in bytes, after truncation; survives the forgetting of `audio`. */
  audioBytes: number
  /** Whether a response has already taken this item into account. */
  answered: boolean
  /** What has been said or written in it so far, while it is in progress. */
  draft: string
}

const bytesOf = (chunks: readonly Buffer[]): number => chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)

export const newRecord = (item: WireItem, audio: Buffer[], answered: boolean): ItemRecord => ({
  item,
  audio,
  images: imagesIn(item),
  audioBytes: bytesOf(audio),
  answered,
  draft: '',
})

/** About five minutes: enough to compare samples in tests and to retrieve recent items, not enough to grow with the session. */
export const MAX_KEPT_AUDIO_BYTES = 5 * 60 * 48_000

export const bytesToMs = (bytes: number): number => samplesToMs(bytes / BYTES_PER_SAMPLE)

export const audioMs = (record: ItemRecord): number => bytesToMs(record.audioBytes)

/** What is said or written in an item, a call's arguments and a tool's output included, as far as it has come. */
export const textIn = ({ item, draft }: ItemRecord): string => {
  if (item.status === 'in_progress') return draft
  const parts = (item.content ?? []).map((part) => part.text ?? part.transcript ?? '')
  return [...parts, item.arguments ?? '', item.output ?? ''].filter((text) => text !== '').join(' ')
}

const withoutTranscript = (content: WireContent): WireContent => ({ type: content.type })

/** The default conversation: items in order. */
export class Conversation {
  #records: ItemRecord[] = []

  get records(): readonly ItemRecord[] {
    return this.#records
  }

  get lastId(): string | null {
    return this.#records.at(-1)?.item.id ?? null
  }

  find(itemId: string): ItemRecord | undefined {
    return this.#records.find((record) => record.item.id === itemId)
  }

  /** `after`: `'root'` = first, an id = behind it, `null` = last. Returns the id before it, or `null` for the first. */
  insert(item: WireItem, audio: Buffer[], after: string | null): string | null {
    const index = this.#indexAfter(after)
    this.#records.splice(index, 0, newRecord(item, audio, false))
    this.#forgetOldAudio()
    return this.#records[index - 1]?.item.id ?? null
  }

  remove(itemId: string): boolean {
    const before = this.#records.length
    this.#records = this.#records.filter((record) => record.item.id !== itemId)
    return this.#records.length < before
  }

  /** Cuts what the user has not heard, and drops the transcript of the whole item, as the API does (docs/wire-facts.md, Turns and truncation). */
  truncate(record: ItemRecord, audioEndMs: number): void {
    record.audioBytes = Math.min(record.audioBytes, audioEndMs * 48)
    record.audio = [Buffer.concat(record.audio).subarray(0, record.audioBytes)]
    record.item = { ...record.item, content: (record.item.content ?? []).map(withoutTranscript) }
  }

  /** What has been said since the last response took stock; marks it as answered. */
  takeUnanswered(): readonly ItemRecord[] {
    const fresh = this.#records.filter((record) => !record.answered)
    for (const record of fresh) record.answered = true
    return fresh
  }

  #indexAfter(after: string | null): number {
    if (after === null) return this.#records.length
    return after === 'root' ? 0 : this.#records.findIndex((record) => record.item.id === after) + 1
  }

  #forgetOldAudio(): void {
    let kept = 0
    for (const record of this.#records.toReversed()) {
      kept += bytesOf(record.audio)
      if (kept > MAX_KEPT_AUDIO_BYTES && record.answered) record.audio = []
    }
  }
}
