import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Confirm } from '../app/confirm-port'
import type { Talk } from '../app/feature'
import type { Logger, Timers, WallClock } from '../platform/ports'
import type { Clips, Submission } from '../talk/extension'
import type { ConversationImages } from './core/images'
import type { HistoryStore } from './core/ports'
import type { FileChooser } from '../app/feature-files'
import type { HistorySinks, ConversationHistory } from './conversation-history'

/** What the history needs above the talk. */
export interface HistoryWorld {
  readonly store: HistoryStore
  readonly kept: ConversationHistory
  readonly talk: Talk
  readonly folder: string
  readonly files: FileChooser
  readonly confirm: Confirm
  /** "Delete everything" is done: who keeps a copy in memory lets go of it. */
  readonly everythingRemoved: () => Promise<Result<unknown, AppError>>
  readonly sinks: HistorySinks
  /** Something of the view is different. */
  readonly changed: () => void
  readonly images: ConversationImages
  /** Kept sound is played by the talk. */
  readonly clips: Clips
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly logger: Logger
  readonly settings: () => Settings
  readonly endpointName: () => string
  readonly notify: (error: AppError) => void
  /** Asks it, or says why not. */
  readonly submit: (what: Submission) => void
  readonly copy: (text: string) => void
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
}
