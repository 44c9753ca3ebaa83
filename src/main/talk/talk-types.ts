import type { CallAccount, ConversationItem } from '../../shared/conversation'
import type { AppError, ErrorTag } from '../../shared/errors/errors'
import type { CallId, ItemId } from '../../shared/ids'
import type { Result } from '../../shared/result'
import type { Settings, TalkMode } from '../../shared/settings'
import type { TurnPhase } from '../../shared/view'
import type { AudioPort, Logger, Timers, TraceSink, WallClock } from '../platform/ports'
import type { KnownServer } from '../providers/core/known-server'
import type { RealtimeTransport, TransportTarget } from '../providers/core/transport-port'
import type { CallAnswer } from './calls'
import type { ConversationStore } from './conversation/conversation-store'
import type { ConnectionState } from './core/connection/machine'
import type { ImageUrls } from './core/conversation/restored-images'
import type { ClientEvent } from './core/realtime/client-event'
import type { HandsFreeFacts } from './core/turn/hands-free-view'
import type { HandsFreeController } from './hands-free-controller'
import type { CancelUndo } from './input/cancel-undo'
import type { SpeechDrafts } from './input/speech-drafts'
import type { MicrophoneReadiness } from './input/microphone-readiness'
import type { ClipPlayer } from './output/clip-player'
import type { Submission, TurnController } from './turn-controller'

/** What a talk needs of the world. */
export interface TalkWorld {
  readonly transport: RealtimeTransport
  /** Where to connect, asked at every attempt. */
  readonly target: () => Promise<Result<TransportTarget, AppError>>
  /** What is known of the server there; left out: it does what OpenAI does. */
  readonly server?: () => KnownServer
  readonly audio: AudioPort
  readonly timers: Timers
  readonly wallClock: WallClock
  /** 0..1, the dice for delays. */
  readonly random: () => number
  readonly mint: () => string
  readonly logger: Logger
  readonly trace: TraceSink
  /** What a new session is told of the talk, in characters; left out but for measurements. */
  readonly restoreBudgetChars?: number
  /** Below which no `expires_at` is believed; left out but for tests of sessions of seconds. */
  readonly shortestLifeMs?: number
  /** Where speech goes that did not reach its server; left out: nowhere. */
  readonly drafts?: SpeechDrafts
  /** The bytes of images that the conversation shows; left out: none are at hand. */
  readonly imageUrls?: ImageUrls
  /** The talk key may still turn out to be none. */
  readonly pressUnsure: () => boolean
  readonly clips: ClipPlayer
  readonly settings: () => Settings
  readonly notify: (error: AppError) => void
  readonly devicesChanged: () => void
  readonly previewFailed: (tag: ErrorTag) => void
  readonly clearNotice: () => void
  readonly connected: () => void
  readonly viewChanged: () => void
}

/** What of the talk a view shows. */
interface TalkView {
  readonly turnPhase: TurnPhase
  readonly handsFree: HandsFreeFacts
  /** Something of an answer is in the loudspeaker. */
  readonly playing: boolean
  readonly responding: boolean
  /** Calls of a model run, and somebody waits for what comes of them. */
  readonly acting: boolean
  /** Of a spoken question that no server has yet; null: none waits. */
  readonly waitingMs: number | null
  readonly connection: ConnectionState
}

/** The engine: what carries a turn from press to answer. */
export interface Talk {
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly conversation: ConversationStore
  readonly readiness: MicrophoneReadiness
  /** What was discarded a moment ago. */
  readonly undo: CancelUndo
  /** For an extension's own requests, outside the conversation. */
  readonly beside: { readonly send: (event: ClientEvent) => void; readonly isReady: () => boolean }
  /** What a key or a button means depends on the talk mode. */
  readonly verbs: { prepare(lagMs: number): void; abandon(): void; press(lagMs?: number): void; release(): void; cancel(): void }
  /** Why nothing may be asked now; null: it may. Whoever gives something up for a question looks first. */
  refusal(): AppError | null
  /** Null: it is asked. Otherwise why it may not be. */
  submit(what: Submission): AppError | null
  setMode(mode: TalkMode): void
  /** A new session. `elsewhere`: with another server, which is told nothing of what was said so far. */
  reconnect(elsewhere?: 'elsewhere'): void
  /** Another conversation, with what was said in it; the person goes on in it, with a new session. */
  openConversation(items: readonly ConversationItem[], begin: () => void): void
  /** The person takes an item out of the talk; the running session forgets it too. */
  removeItem(item: ItemId): void
  /** And takes that back. */
  putBackItem(item: ItemId): void
  reconfigure(): void
  /** Of `callsAsked`: exactly once for each, also when it was interrupted. */
  answerCall(call: CallId, answer: CallAnswer): void
  /** What was answered while it still ran has ended: for people, beside its call. Nothing is told to the model. */
  callEnded(item: ItemId, account: CallAccount): void
  /** It goes on, so the turn goes on waiting. */
  callProgress(call: CallId): void
  /**
   * The model is told, as by the system, and speaks of it: in the next quiet moment, and not when another conversation or server has
   * come before it. A person who interrupts has heard enough.
   */
  announce(text: string): void
  /** Any of them: what waits by them, such as sleep, looks again. */
  settingsChanged(): void
  retryConnection(): void
  /** The machine slept: whatever the socket says, nobody is there any more. */
  resumed(): void
  networkBack(): void
  pageLost(): void
  stop(): void
  facts(): TalkView
}
