import { isFields, type Fields } from './checks'
import { MAX_KEPT_AUDIO_BYTES } from './conversation'

/** A client event as it came, its audio replaced by a number of bytes. */
export type ReceivedEvent = { readonly type: string } & Fields

export interface Truncation {
  readonly itemId: string
  readonly audioEndMs: number
}

/** What one session has seen, for tests and for the CLI's line. Never holds a key. */
export interface SessionReport {
  readonly id: string
  readonly model: string
  readonly receivedTypes: readonly string[]
  readonly received: readonly ReceivedEvent[]
  readonly sentTypes: readonly string[]
  /** Bytes of s16le 24 kHz audio. */
  readonly appendedBytes: number
  readonly committedBytes: number
  /** One buffer per committed turn, oldest first; the oldest are forgotten beyond five minutes in all. */
  readonly committedAudio: readonly Buffer[]
  readonly truncations: readonly Truncation[]
  readonly responsesCreated: number
  /** Responses running right now, out-of-band ones included. */
  readonly activeResponses: number
  readonly open: boolean
  /** How the connection ended: the close code this side saw (1006 = cut). */
  readonly closeCode: number | null
}

const MAX_NOTED_EVENTS = 20_000

const bytesOfBase64 = (base64: string): number => Buffer.byteLength(base64, 'base64')

const withoutAudio = (value: unknown, key = ''): unknown => {
  if (key === 'audio' && typeof value === 'string') return bytesOfBase64(value)
  if (Array.isArray(value)) return value.map((each: unknown) => withoutAudio(each))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutAudio(each, name)]))
}

/** The mutable side of a `SessionReport`. */
export class SessionNotes implements SessionReport {
  readonly id: string
  readonly model: string
  readonly received: ReceivedEvent[] = []
  readonly sentTypes: string[] = []
  readonly committedAudio: Buffer[] = []
  readonly truncations: Truncation[] = []
  appendedBytes = 0
  committedBytes = 0
  responsesCreated = 0
  activeResponses = 0
  closeCode: number | null = null

  constructor(id: string, model: string) {
    this.id = id
    this.model = model
  }

  get open(): boolean {
    return this.closeCode === null
  }

  get receivedTypes(): readonly string[] {
    return this.received.map((event) => event.type)
  }

  noteReceived(type: string, fields: Fields): void {
    if (this.received.length < MAX_NOTED_EVENTS) this.received.push({ ...(withoutAudio(fields) as Fields), type })
  }

  noteSent(type: string): void {
    if (this.sentTypes.length < MAX_NOTED_EVENTS) this.sentTypes.push(type)
  }

  noteCommitted(audio: Buffer): void {
    this.committedBytes += audio.byteLength
    this.committedAudio.push(audio)
    while (this.#keptBytes() > MAX_KEPT_AUDIO_BYTES && this.committedAudio.length > 1) this.committedAudio.shift()
  }

  #keptBytes(): number {
    return this.committedAudio.reduce((sum, audio) => sum + audio.byteLength, 0)
  }
}
