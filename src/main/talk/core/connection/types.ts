import type { AppError } from '../../../../shared/errors/errors'
import type { Transition } from '../transition'

/** `generation` numbers the sockets of this run; it never goes back, so that a fact of an old socket is recognised. */
interface Numbered {
  readonly generation: number
}

/** `attempt` counts the tries of this series, from 1; in `ready` it remembers them until the connection proves healthy. */
export interface Offline extends Numbered {
  readonly name: 'offline'
}
/** Closed because nobody talked. The next wish wakes it. */
export interface Asleep extends Numbered {
  readonly name: 'asleep'
}
export interface Connecting extends Numbered {
  readonly name: 'connecting'
  readonly attempt: number
}
/** `session.created` was seen and our `session.update` sent. */
export interface Configuring extends Numbered {
  readonly name: 'configuring'
  readonly attempt: number
}
export interface Ready extends Numbered {
  readonly name: 'ready'
  readonly attempt: number
}
/** It broke for `error`; the next try, number `attempt`, starts in `delayMs`. */
export interface Waiting extends Numbered {
  readonly name: 'waiting'
  readonly attempt: number
  readonly delayMs: number
  readonly error: AppError
}
/** Given up. `exhausted`: the server could not be reached, so a network that comes back may help; else only the person can. */
export interface Failed extends Numbered {
  readonly name: 'failed'
  readonly error: AppError
  readonly exhausted: boolean
}

export type ConnectionState = Offline | Asleep | Connecting | Configuring | Ready | Waiting | Failed

/** The states with a time bound. In `ready` it is no limit but the proof of health. */
type ConnectionStage = 'connecting' | 'configuring' | 'ready' | 'waiting'

export type ConnectionInput =
  | { readonly type: 'connect' }
  | { readonly type: 'disconnect' }
  /** The person asks not to wait, or to try what failed once more. */
  | { readonly type: 'retryNow' }
  /** There is reason to hope: not to wait, but never to repeat what a server has refused. */
  | { readonly type: 'networkBack' }
  /** A session made beside this one takes its place: its socket is there and configured. */
  | { readonly type: 'adopted'; readonly generation: number }
  | { readonly type: 'opened'; readonly generation: number }
  | { readonly type: 'sessionCreated'; readonly generation: number }
  | { readonly type: 'sessionUpdated'; readonly generation: number }
  /** `random`: 0..1, the dice for the delay. */
  | { readonly type: 'closed'; readonly generation: number; readonly error: AppError; readonly retryable: boolean; readonly random: number }
  /** Nobody heard anything of it for too long, or the machine slept: it counts as closed whatever the socket says. */
  | { readonly type: 'dead'; readonly error: AppError; readonly random: number }
  /** Nobody talks: an idle session may cost money. */
  | { readonly type: 'sleep' }
  | { readonly type: 'expired'; readonly stage: ConnectionStage }
  /** Proof of health before its time, such as an answer that came through whole. */
  | { readonly type: 'healthy' }

export type ConnectionCommand =
  | { readonly type: 'openSocket'; readonly generation: number }
  | { readonly type: 'closeSocket' }
  /** Say how the session shall be. */
  | { readonly type: 'configure' }
  | { readonly type: 'announceReady' }
  /** Only after `announceReady`: it broke and is being made again. */
  | { readonly type: 'announceLost'; readonly error: AppError }
  | { readonly type: 'announceFailed'; readonly error: AppError; readonly exhausted: boolean }
  /** There is one timer: starting it replaces what ran. */
  | { readonly type: 'startTimer'; readonly stage: ConnectionStage; readonly ms: number }
  | { readonly type: 'stopTimer' }

export type ConnectionStep = Transition<ConnectionState, ConnectionCommand>
