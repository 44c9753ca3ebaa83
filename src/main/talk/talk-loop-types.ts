import type { ConversationItem } from '../../shared/conversation'
import type { AppError, ErrorTag } from '../../shared/errors/errors'
import type { LedgerEntry } from '../../shared/history'
import type { ConversationId, ItemId } from '../../shared/ids'
import type { Settings, TalkMode } from '../../shared/settings'
import type { AudioPort, Logger, RealtimeTransport, Timers, TraceSink, WallClock } from '../platform/ports'
import type { ServerResponse } from './core/realtime/server-event'
import type { AudioKeeper } from '../history/recorder/audio-keeper'
import type { CancelUndo } from './input/cancel-undo'
import type { ConversationStore } from './conversation/conversation-store'
import type { Drafts } from '../history/drafts/drafts'
import type { FindPractice } from '../providers/endpoint-target'
import type { HandsFreeController } from './hands-free-controller'
import type { Replay } from './output/replay'
import type { Secrets } from '../app/secrets'
import type { TalkEars } from './input/talk-ears'
import type { TalkImages } from '../images/talk-images'
import type { TurnController } from './turn-controller'
import type { ViewParts } from '../app/view-projection'

export interface TalkLoopParts {
  readonly transport: RealtimeTransport
  readonly audio: AudioPort
  readonly ears: TalkEars
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly random: () => number
  readonly mint: () => string
  readonly logger: Logger
  readonly trace: TraceSink
  readonly practice: FindPractice
  /** What a new session is told of the talk, in characters; left out but for measurements. */
  readonly seedBudgetChars?: number
  /** Below which no `expires_at` is believed; left out but for tests of sessions of seconds. */
  readonly shortestLifeMs?: number
  readonly secrets: Secrets
  readonly drafts: Drafts
  readonly undo: CancelUndo
  /** The talk key may still turn out to be none. */
  readonly pressUnsure: () => boolean
  readonly keeper: AudioKeeper
  readonly replay: Replay
  readonly images: TalkImages
  readonly settings: () => Settings
  readonly conversationId: () => ConversationId | null
  readonly saveStretch: (entry: LedgerEntry) => void
  readonly responded: (response: ServerResponse) => void
  readonly notify: (error: AppError) => void
  readonly devicesChanged: () => void
  readonly trialFailed: (tag: ErrorTag) => void
  readonly clearNotice: () => void
  readonly connected: () => void
  readonly viewChanged: () => void
  readonly conversationChanged: () => void
}

export interface TalkLoop {
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
  readonly conversation: ConversationStore
  /** What a key or a button means depends on the talk mode. */
  readonly verbs: { prepare(lagMs: number): void; abandon(): void; press(lagMs?: number): void; release(): void; cancel(): void }
  setMode(mode: TalkMode): void
  toggleMode(): void
  /** A new session. `elsewhere`: with another server, which is told nothing of what was said so far. */
  reconnect(elsewhere?: 'elsewhere'): void
  /** Another conversation, with what was said in it; the person goes on in it, with a new session. */
  openTalk(items: readonly ConversationItem[], begin: () => void): void
  /** The person takes an item out of the talk; the running session forgets it too. */
  removeItem(item: ItemId): void
  /** And takes that back. */
  putBackItem(item: ItemId): void
  reconfigure(): void
  /** Any of them: what waits by them, such as sleep, looks again. */
  settingsChanged(): void
  retryConnection(): void
  /** The machine slept: whatever the socket says, nobody is there any more. */
  resumed(): void
  networkBack(): void
  pageLost(): void
  stop(): void
  facts(): Pick<ViewParts, 'turnPhase' | 'handsFree' | 'playing' | 'responding' | 'connection'>
}
