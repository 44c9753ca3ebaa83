import type { AppError } from '../../../../shared/errors/errors'
import type { TurnId } from '../../../../shared/ids'
import type { EarconName } from '../../../../shared/ipc/sound'
import type { Transition } from '../transition'

export interface Off {
  readonly name: 'off'
}
/** The server was asked to decide on turns; the gate stays shut until it says so. */
export interface Arming {
  readonly name: 'arming'
  readonly muted: boolean
  readonly kept: TurnId | null
}
/** The gate is open (or muted). `segment` is the open, or the last, period of microphone. */
export interface Open {
  readonly name: 'open'
  readonly segment: TurnId
  readonly muted: boolean
  /** The server hears speech right now. */
  readonly hearing: boolean
}
/**
 * The connection is gone. The gate is shut, or stays open for the segment that is `kept`: somebody was in mid-sentence, and the next
 * session will hear all of it. Bounded by the connection machine: it comes back or gives up.
 */
export interface Waiting {
  readonly name: 'waiting'
  readonly muted: boolean
  readonly kept: TurnId | null
}
/** The gate is shut; the server was asked to leave turns to us again. */
export interface Disarming {
  readonly name: 'disarming'
}

export type HandsFreeState = Off | Arming | Open | Waiting | Disarming

/** The states with a time bound: `modeSwitchBoundMs`. */
type HandsFreeStage = 'arming' | 'disarming'

export type HandsFreeInput =
  | { readonly type: 'arm' }
  | { readonly type: 'disarm' }
  /** `session.updated` for our `sendTurnDetection{on: true}` / `{on: false}`. The controller mints the segment. */
  | { readonly type: 'armed'; readonly segment: TurnId }
  | { readonly type: 'disarmed' }
  /** The server will not do what `sendTurnDetection{on}` asked for. */
  | { readonly type: 'refused'; readonly on: boolean; readonly error: AppError }
  /** The talk key. The segment is used when this unmutes. */
  | { readonly type: 'toggleMute'; readonly segment: TurnId }
  /** Escape: silence, go on listening. */
  | { readonly type: 'cancel' }
  | { readonly type: 'speechStarted' }
  | { readonly type: 'speechStopped' }
  | { readonly type: 'captureFailed'; readonly segment: TurnId; readonly error: AppError }
  | { readonly type: 'connectionLost'; readonly error: AppError }
  /** We end it ourselves, or both sides do: there is nothing to tell, and the next one listens again. */
  | { readonly type: 'sessionEnded' }
  | { readonly type: 'connectionReady' }
  | { readonly type: 'connectionFailed'; readonly error: AppError }
  | { readonly type: 'expired'; readonly stage: HandsFreeStage }
  /** Backstop: to off from anywhere. */
  | { readonly type: 'reset' }

export type HandsFreeCommand =
  /** Whatever the turn machine does: cancel it. Nothing when it is idle. */
  | { readonly type: 'abandonTurn' }
  | { readonly type: 'openCapture'; readonly segment: TurnId }
  | { readonly type: 'closeCapture'; readonly segment: TurnId }
  /** The new session listens: it hears the kept segment from the start of the sentence, and then the rest. */
  | { readonly type: 'goOn'; readonly segment: TurnId }
  /** What was said and is not answered stays, as a draft. */
  | { readonly type: 'keepSpeech' }
  | { readonly type: 'sendTurnDetection'; readonly on: boolean }
  | { readonly type: 'clearInput' }
  /** Muted in mid-speech: silence, so that the server's VAD finds the end (`padSilenceMs`). */
  | { readonly type: 'padSilence' }
  | { readonly type: 'stopPlayback' }
  /** Play what was received, expect no more. */
  | { readonly type: 'finishPlayback' }
  | { readonly type: 'cancelResponse' }
  | { readonly type: 'earcon'; readonly name: EarconName }
  | { readonly type: 'notify'; readonly error: AppError }

export type HandsFreeStep = Transition<HandsFreeState, HandsFreeCommand>
