import { withoutImages } from '../../../shared/errors/redact'
import { isFields, type Fields } from './fields'
import { contextOf, type ContextItem } from './context-view'
import type { Conversation } from './conversation'
import type { CutKind } from '../faults/cuts'
import type { ImageFacts } from '../input/image-input'
import type { SideNote } from '../output/side-answer'
import { TurnNotes, type AnsweredTurn } from './turn-notes'
import { addUsage, NO_USAGE } from './usage'
import type { WireUsage } from './wire'

/** A client event as it came, its audio and images replaced by a number of bytes. */
export type ReceivedEvent = { readonly type: string } & Fields

export interface Truncation {
  readonly itemId: string
  readonly audioEndMs: number
}

/** What one session has seen, for tests and for the CLI's line. Never holds a key. Lists and sound are kept only where reports are asked for. */
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
  /** In the order they came, those told again included. */
  readonly images: readonly ImageFacts[]
  /** The conversation as it stands, in order; after the end of the session, as it ended. */
  readonly context: readonly ContextItem[]
  /** The user's speech, oldest first, and the responses to it. */
  readonly answered: readonly AnsweredTurn[]
  /** Items the client brought before its first audio commit and its first response of the conversation. */
  readonly seededItems: number
  /** Out-of-band responses asked for, refused and unanswered ones included. */
  readonly summaries: readonly SideNote[]
  /** Sum of every `usage` sent, out-of-band responses included. */
  readonly usage: WireUsage
  readonly responsesCreated: number
  /** Responses running right now, out-of-band ones included. */
  readonly activeResponses: number
  /** Neither closed nor cut. */
  readonly open: boolean
  /** How this side cut it off on purpose, by `cut` or by a fault. A half-open one gets no close code until the client gives up. */
  readonly cut: CutKind | null
  /** How the connection ended: the close code this side saw (1006 = cut). */
  readonly closeCode: number | null
}

const MAX_NOTED_EVENTS = 20_000

const bytesOfBase64 = (base64: string): number => Buffer.byteLength(base64, 'base64')

const withoutAudio = (value: unknown, key = ''): unknown => {
  if (key === 'audio' && typeof value === 'string') return bytesOfBase64(value)
  if (key === 'image_url' && typeof value === 'string') return withoutImages(value)
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
  readonly truncations: Truncation[] = []
  readonly images: ImageFacts[] = []
  readonly turns: TurnNotes
  readonly summaries: SideNote[] = []
  readonly #conversation: Conversation
  readonly #isKept: boolean
  usage: WireUsage = NO_USAGE
  seededItems = 0
  appendedBytes = 0
  committedBytes = 0
  responsesCreated = 0
  activeResponses = 0
  closeCode: number | null = null
  cut: CutKind | null = null
  #talkBegun = false

  /** `isKept`: for tests. Otherwise sums only, since a session may last an hour and a day has many. */
  constructor(id: string, model: string, conversation: Conversation, isKept: boolean) {
    this.#isKept = isKept
    this.turns = new TurnNotes(isKept)
    this.id = id
    this.model = model
    this.#conversation = conversation
  }

  get context(): readonly ContextItem[] {
    return contextOf(this.#conversation.records)
  }

  get answered(): readonly AnsweredTurn[] {
    return this.turns.views
  }

  get committedAudio(): readonly Buffer[] {
    return this.turns.committedAudio
  }

  get open(): boolean {
    return this.closeCode === null && this.cut === null
  }

  get receivedTypes(): readonly string[] {
    return this.received.map((event) => event.type)
  }

  noteReceived(type: string, fields: Fields): void {
    if (this.#isKept && this.received.length < MAX_NOTED_EVENTS) this.received.push({ ...(withoutAudio(fields) as Fields), type })
  }

  noteSent(type: string): void {
    if (this.#isKept && this.sentTypes.length < MAX_NOTED_EVENTS) this.sentTypes.push(type)
  }

  noteCommitted(itemId: string, audio: Buffer): void {
    this.committedBytes += audio.byteLength
    this.#talkBegun = true
    this.turns.arrived(itemId, audio, 'commit')
  }

  noteCreated(itemId: string, audio: Buffer, images: readonly ImageFacts[]): void {
    if (this.#isKept) this.images.push(...images)
    if (!this.#talkBegun) this.seededItems += 1
    if (audio.byteLength > 0) this.turns.arrived(itemId, audio, 'item')
  }

  /** A response of the conversation that has heard these items. */
  noteBegun(responseId: string, itemIds: readonly string[]): void {
    this.#talkBegun = true
    this.turns.begun(itemIds, responseId)
  }

  noteUsage(usage: WireUsage | null): void {
    if (usage !== null) this.usage = addUsage(this.usage, usage)
  }
}
