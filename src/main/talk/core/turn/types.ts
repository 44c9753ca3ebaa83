import type { AppError } from '../../../../shared/errors/errors'
import type { TurnId } from '../../../../shared/ids'
import type { TurnPhase } from '../../../../shared/view'
import type { Transition } from '../transition'

/** A state with a running turn; each has its own time bound. */
export type TurnStage = Exclude<TurnPhase, 'idle'>

export interface Idle {
  readonly name: 'idle'
}
export interface Opening {
  readonly name: 'opening'
  readonly turn: TurnId
}
export interface Listening {
  readonly name: 'listening'
  readonly turn: TurnId
}
/** `failed`: why nothing can be sent, once the last words are in. */
export interface Closing {
  readonly name: 'closing'
  readonly turn: TurnId
  readonly failed: AppError | null
}
export interface Thinking {
  readonly name: 'thinking'
  readonly turn: TurnId
}
/**
 * `done`: the server has sent everything. `drained`: everything received was rendered. `next`: what is heard came before calls that
 * are answered by now, and the answer behind them has not begun.
 */
export interface Speaking {
  readonly name: 'speaking'
  readonly turn: TurnId
  readonly done: boolean
  readonly drained: boolean
  readonly next: boolean
}
/** The answer asked for so many calls that are not answered yet. `drained`: what was said before them was rendered. */
export interface Acting {
  readonly name: 'acting'
  readonly turn: TurnId
  readonly calls: number
  readonly drained: boolean
}

export type TurnState = Idle | Opening | Listening | Closing | Thinking | Speaking | Acting

export type TurnInput =
  /** Verbs. The controller mints a fresh id for each `press` and `submit`. */
  | { readonly type: 'press'; readonly turn: TurnId }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' }
  | { readonly type: 'submit'; readonly turn: TurnId }
  /** Facts of the microphone. */
  | { readonly type: 'captureReady'; readonly turn: TurnId }
  | { readonly type: 'captureFailed'; readonly turn: TurnId; readonly error: AppError }
  /** `ms`: all that was said in the turn, with the speech it joined. */
  | { readonly type: 'captureClosed'; readonly turn: TurnId; readonly ms: number }
  /**
   * Facts of the loudspeaker. `audioStarted` tells that audio was handed to the player, so it can never come after the
   * `responseDone` of the same answer; waiting for the first rendered sample would lose that race on short answers.
   */
  | { readonly type: 'audioStarted'; readonly turn: TurnId }
  | { readonly type: 'playbackDrained'; readonly turn: TurnId }
  /** Something of the answer came, be it sound, words or the mere announcement: it is not to be given up. */
  | { readonly type: 'answerGrows'; readonly turn: TurnId }
  /** A response has ended with so many calls, which run now. */
  | { readonly type: 'callsAsked'; readonly turn: TurnId; readonly calls: number }
  /** One of them is; so many are left. With the last one the next answer is asked for. */
  | { readonly type: 'callAnswered'; readonly turn: TurnId; readonly left: number }
  /** Facts of the server. `more`: it called what nobody does; another response follows. */
  | { readonly type: 'responseDone'; readonly turn: TurnId; readonly more: boolean }
  | { readonly type: 'responseFailed'; readonly turn: TurnId; readonly error: AppError }
  /** The connection broke and is being made again. */
  | { readonly type: 'connectionLost'; readonly error: AppError }
  /** The connection machine gave up. */
  | { readonly type: 'connectionFailed'; readonly error: AppError }
  | { readonly type: 'expired'; readonly turn: TurnId; readonly stage: TurnStage }
  /** Backstop: to idle from anywhere. */
  | { readonly type: 'reset' }

export type TurnCommand =
  /** `merge`: the speech joins what was said just before, so the input is not cleared. */
  | { readonly type: 'openCapture'; readonly turn: TurnId; readonly merge: boolean }
  | { readonly type: 'closeCapture'; readonly turn: TurnId }
  | { readonly type: 'discardInput'; readonly turn: TurnId; readonly why: 'cancelled' | 'too-short' }
  /** The turn ends, not by the person's wish: what was said and not delivered becomes a draft. */
  | { readonly type: 'keepInput'; readonly turn: TurnId }
  | { readonly type: 'commitInput'; readonly turn: TurnId }
  | { readonly type: 'sendSubmission'; readonly turn: TurnId }
  /** The time bound of the state begins anew. */
  | { readonly type: 'renewBound' }
  | { readonly type: 'cancelResponse' }
  | { readonly type: 'stopPlayback' }
  /** Play what was received, expect no more. */
  | { readonly type: 'finishPlayback' }
  | { readonly type: 'notify'; readonly error: AppError }

export type TurnStep = Transition<TurnState, TurnCommand>
