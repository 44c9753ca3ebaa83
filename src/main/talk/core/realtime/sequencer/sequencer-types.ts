import type { ResponseId, TurnId } from '../../../../../shared/ids'
import type { Transition } from '../../transition'

/** A response of this connection: whose it is (null: the server made it by itself), and whether it was cancelled. */
export interface KnownResponse {
  readonly response: ResponseId
  readonly turn: TurnId | null
  readonly dropped: boolean
}

interface Remembering {
  /** Oldest first, bounded. */
  readonly known: readonly KnownResponse[]
}

export interface SequencerIdle extends Remembering {
  readonly name: 'idle'
}
/** Our `response.create` is on its way. `turn` null: it goes on with an answer of the server's own. `cancelled`: as soon as its id is known it goes. */
export interface Creating extends Remembering {
  readonly name: 'creating'
  readonly turn: TurnId | null
  readonly cancelled: boolean
  readonly next: TurnId | null
}
/** The server refused our create because another response runs; ours waits for that one's end. */
export interface Held extends Remembering {
  readonly name: 'held'
  readonly turn: TurnId
}
/** `names`: what the server calls it, first name first; none while it has not said. `turn` null: the server made it by itself. */
export interface Active extends Remembering {
  readonly name: 'active'
  readonly names: readonly ResponseId[]
  readonly turn: TurnId | null
  readonly next: TurnId | null
}
/** No `names`: cancelled without knowing which. */
export interface Cancelling extends Remembering {
  readonly name: 'cancelling'
  readonly names: readonly ResponseId[]
  readonly next: TurnId | null
}

export type SequencerState = SequencerIdle | Creating | Held | Active | Cancelling

/** `welcome`: the server may answer by itself now (open hands-free). Where it may not, what it begins unasked is cancelled. */
export type SequencerInput =
  /** `turn` null: for an answer of the server's own, and only while nothing else is asked for. */
  | { readonly type: 'request'; readonly turn: TurnId | null }
  | { readonly type: 'cancel' }
  | { readonly type: 'created'; readonly response: ResponseId | null; readonly welcome: boolean }
  /** Something of an answer came: what it belongs to may never have been announced, and may have no name. */
  | { readonly type: 'sign'; readonly response: ResponseId | null; readonly welcome: boolean }
  | { readonly type: 'done'; readonly response: ResponseId | null }
  /** `conversation_already_has_active_response`, for our create. */
  | { readonly type: 'createRefused'; readonly welcome: boolean }
  /** Any other `error` for our create: there will be no response, or nothing more of the one that was announced. */
  | { readonly type: 'createFailed' }
  /** Nobody answered in time. */
  | { readonly type: 'expired' }
  /** The connection is gone, and with it all ids. */
  | { readonly type: 'reset' }

export type SequencerCommand =
  | { readonly type: 'sendCreate'; readonly turn: TurnId | null }
  | { readonly type: 'sendCancel'; readonly response: ResponseId | null }

export type SequencerStep = Transition<SequencerState, SequencerCommand>
