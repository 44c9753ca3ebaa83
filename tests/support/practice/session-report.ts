import type { CutKind } from '../../../src/main/practice/faults/cuts'
import type { ImageFacts } from '../../../src/main/practice/input/image-input'
import type { Violation } from '../../../src/main/practice/session/observer'
import type { WireUsage } from '../../../src/main/practice/session/wire'
import type { ContextItem } from './context-view'
import type { ReceivedEvent } from './received-event'
import type { RequestedTurn } from './request-notes'
import type { OutOfBandNote } from './out-of-band-notes'
import type { AnsweredTurn } from './turn-notes'

export interface Truncation {
  readonly itemId: string
  readonly audioEndMs: number
}

/** What one session has seen. Never holds a key. */
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
  readonly restoredItems: number
  /** Out-of-band responses asked for, refused and unanswered ones included. */
  readonly summaries: readonly OutOfBandNote[]
  /** What was asked for and called between one question and the next. */
  readonly turns: readonly RequestedTurn[]
  /** Whole calls without an output, by their ids; after the end of the session, those it left open. */
  readonly openCalls: readonly string[]
  /** Rules of the service's that the client broke; no race excuses them. */
  readonly violations: readonly Violation[]
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
