import type { AppError } from '../../shared/errors/errors'
import type { SegmentEnd } from '../../shared/history'
import type { ItemId, TurnId } from '../../shared/ids'
import type { ImageNote } from '../../shared/images/images'
import type { TalkMode } from '../../shared/settings'
import type { CallAnswer, FunctionCall } from './calls'
import type { AskedBy } from './core/calls/asked-by'
import type { ServerEvent } from './core/realtime/server-event'
import type { RestoredItem } from './core/conversation/context-restore'
import type { SessionParts } from './core/realtime/session-config'
import type { TalkFact } from './facts'
import type { Kept, SpeechDrafts } from './input/speech-drafts'
import type { Undelivered } from './input/input-socket'
import type { Submission } from './turn-controller'

export type { AskedBy, CallAnswer, FunctionCall, Kept, RestoredItem, SessionParts, SpeechDrafts, Submission, TalkFact, Undelivered }

/** What goes with a question: the images as the conversation shows them, and as data URLs for the server. */
export interface Brought {
  readonly images: readonly ImageNote[]
  readonly urls: readonly string[]
}

/** What shall be answered: what was spoken or typed in a turn, or what the server hears by itself. */
export interface AdmittedRequest {
  readonly mode: TalkMode
}

/** Sound as it passes, on the audio road: nothing here may allocate, wait or throw. */
export interface AudioTap {
  /** `bytes` of PCM were handed to the socket. */
  sent?(turn: TurnId, bytes: number, mode: TalkMode): void
  /** So many bytes of PCM went out once more, whole and outside the input buffer. */
  restored?(bytes: number): void
  /** Nothing more is sent for this turn, or not on this connection. */
  ended?(why: SegmentEnd): void
  /** A piece of an answer goes to the player. */
  played?(item: ItemId, pcm: Int16Array): void
}

/** What a feature adds to the running talk. Every member is optional; all are called in the order of the list. */
export interface TalkExtension {
  readonly name: string
  /** Parts of the session object. Asked for a new session, a standby one and a change. */
  configure?(): SessionParts
  /** What every new session is told before the conversation goes on. */
  restore?(): readonly RestoredItem[]
  /** What goes right before a commit or with a typed question, hands-free at `speech_started`. Synchronous: order stays provable. */
  bring?(): Brought | null
  readonly audio?: AudioTap
  /** May this be asked for? Null: yes. It cannot stop what a server starts by itself, so it closes hands-free. */
  admit?(request: AdmittedRequest): AppError | null
  /**
   * Responses outside the conversation that are this feature's own, and refusals of what it sent: nobody else shows, speaks or stores
   * them. `alone`: no other response is asked for, so that one without a name can only be one's own.
   */
  owns?(event: ServerEvent, alone: boolean): boolean
  /** Is this call answered here, by `Talk.answerCall`, once it may be run? What nobody takes is refused. */
  takes?(call: Pick<FunctionCall, 'name' | 'hosted'>): boolean
  /** What happened, one at a time. */
  heard?(fact: TalkFact): void
}

/** The loudspeaker of the talk, for sound that is kept: one clip at a time, and a talk silences it. */
export interface Clips {
  /** `what` names it for those who look: the id of a draft or an item. */
  play(what: string, pcm: Int16Array): void
  stop(): void
}
