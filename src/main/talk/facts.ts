import type { Conversation, ConversationItem } from '../../shared/conversation'
import type { AppError } from '../../shared/errors/errors'
import type { CallId, ItemId, ResponseId, TurnId } from '../../shared/ids'
import type { TalkMode } from '../../shared/settings'
import type { FunctionCall } from './calls'
import type { AskedBy } from './core/calls/asked-by'
import type { ConnectionState } from './core/connection/machine'
import type { HandsFreeInput } from './core/turn/hands-free'
import type { TurnInput } from './core/turn/types'
import type { ServerResponse } from './core/realtime/server-event'
import type { Undelivered } from './input/input-socket'
import type { StandbySession } from './session/standby-session'

/** What happened to the connection. */
type ConnectionFact =
  /** The handshake is over; by the server's clock it is `serverTime`. */
  | { readonly type: 'connectionOpened'; readonly serverTime: number | null }
  /** A session is there; nothing is known of it yet. */
  | { readonly type: 'sessionCreated' }
  | { readonly type: 'connectionReady' }
  | { readonly type: 'connectionLost'; readonly error: AppError }
  /** `exhausted`: nobody refused us, nobody was reached. */
  | { readonly type: 'connectionFailed'; readonly error: AppError; readonly exhausted: boolean }
  /** The server has ended a session that was ready, complains of nothing, and nobody needs another now. */
  | { readonly type: 'sessionEnded' }
  /** It is in another state than before; what that led to comes first. */
  | { readonly type: 'connectionChanged'; readonly state: ConnectionState['name'] }
  /** One frame of the server. `session`: a number of our own; an older one means nothing any more. */
  | { readonly type: 'serverSaid'; readonly session: number; readonly text: string }

/** What the session says of itself, behind the parsing of its events. */
type SessionFact =
  /** In unix seconds; null: the server does not say it here. */
  | { readonly type: 'sessionExpires'; readonly at: number | null }
  | { readonly type: 'speechStarted' }
  | { readonly type: 'speechStopped' }
  /** `session.updated` for our change of turn detection. */
  | { readonly type: 'turnDetectionSet'; readonly mode: TalkMode }
  /** A session made beside the running one goes on with the talk; nobody notices. */
  | { readonly type: 'handoverDue'; readonly to: StandbySession }
  /** Nobody has talked for as long as the person chose. */
  | { readonly type: 'longIdle' }

/** For one of the two machines. */
type MachineFact = { readonly type: 'turn'; readonly input: TurnInput } | { readonly type: 'handsFree'; readonly input: HandsFreeInput }

/** Of the functions that a model calls. `turn` null: in an answer that the server gives by itself, hands-free. */
type CallFact =
  /** It will call this one; with what, is still to come. */
  | { readonly type: 'callAnnounced'; readonly turn: TurnId | null; readonly item: ItemId; readonly name: string }
  /** It is whole, and its response goes on: what but looks may begin. `callsAsked` names it again, and only then is it answered; or it is dropped. */
  | { readonly type: 'callWhole'; readonly turn: TurnId | null; readonly call: FunctionCall }
  /** Of those: their response did not end whole, or its session is gone. Nobody waits for them. */
  | { readonly type: 'callsDropped'; readonly calls: readonly CallId[] }
  /** Their response has ended whole: they may be run. Only those that an extension takes; each once, whatever becomes of its session. */
  | { readonly type: 'callsAsked'; readonly turn: TurnId | null; readonly response: ResponseId | null; readonly calls: readonly FunctionCall[] }
  /** The person talks, types or wants silence: what reads stops, what writes ends. Each is still answered, and nobody speaks of it. */
  | { readonly type: 'callsInterrupted'; readonly calls: readonly CallId[] }

/** What came of a call that the voice server had done. Not ok without a text: it was cut off, and nobody knows whether it was done. */
export interface HostedEnd {
  readonly ok: boolean
  readonly text: string
}

/** Of servers that the voice server itself is connected to. */
type HostedFact =
  /** Its tools are being listed, have been, or could not be. */
  | { readonly type: 'hostedListed'; readonly label: string; readonly state: 'listing' | 'listed' | 'failed'; readonly tools: readonly { readonly name: string; readonly description: string }[] }
  /** It was called, which nobody here does. `request`: what asked for it; null: nobody was asked. `ended` null: not yet. */
  | { readonly type: 'hostedCalled'; readonly label: string; readonly name: string; readonly item: ItemId; readonly request: ItemId | null; readonly ended: HostedEnd | null }
  /** Their session is gone: nobody can grant them any more, and of what was granted nobody hears. */
  | { readonly type: 'hostedGone'; readonly calls: readonly CallId[] }

/** What happened in the talk, keyed by what it belongs to; past tense, never a request. Extensions hear all of it. */
export type TalkFact =
  | ConnectionFact
  | SessionFact
  | MachineFact
  | CallFact
  | HostedFact
  /** The next answer answers this. An answer that is asked for once more is to what stood before. */
  | { readonly type: 'turnAsked'; readonly turn: TurnId | null; readonly by: AskedBy }
  /** A session is told what was said, and used from now on. */
  | { readonly type: 'sessionBegan' }
  /** Another conversation is being held. */
  | { readonly type: 'conversationOpened' }
  /** It goes on with another server, which is told nothing of what was said so far. */
  | { readonly type: 'conversationSealed' }
  | { readonly type: 'conversationChanged'; readonly conversation: Conversation }
  /** The person took it out. */
  | { readonly type: 'itemRemoved'; readonly item: ItemId }
  /** What the running session was told may not be true any more. */
  | { readonly type: 'contextChanged' }
  /** The server has a spoken question whole. */
  | { readonly type: 'questionDelivered'; readonly item: ItemId; readonly speech: Undelivered }
  /** Its answer has begun, or will not come. */
  | { readonly type: 'questionAnswered'; readonly turn: TurnId }
  /** So many samples of it, and no more will be; `unheard` are those that had come, too. */
  | { readonly type: 'itemHeard'; readonly item: ItemId; readonly samples: number; readonly unheard: number }
  | { readonly type: 'responseDone'; readonly response: ServerResponse }
  /** Nobody talks, and the session is ready. `said`: what its server may know. */
  | { readonly type: 'quiet'; readonly said: readonly ConversationItem[] }
  /** What was to be announced is told to the model now, which answers it. */
  | { readonly type: 'announced'; readonly text: string }
  /** Something that a view of the talk may show. */
  | { readonly type: 'stateChanged' }

export type PostTalkFact = (fact: TalkFact) => void
