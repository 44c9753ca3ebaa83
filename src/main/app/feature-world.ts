import type { AppError } from '../../shared/errors/errors'
import type { ConversationId } from '../../shared/ids'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Logger, Timers, TraceSink, WallClock } from '../platform/ports'
import type { PlayEarcon } from '../talk/output/earcons'
import type { Confirm, PatientConfirm } from './confirm-port'
import type { FileChooser } from './feature-files'
import type { FeatureSecrets } from './feature-secrets'
import type { PushToPage } from './ipc-door'

/** What happens in the talk now. Who wants to hear that it is different hears `stateChanged` (`TalkExtension.heard`). */
export interface TurnNow {
  /** The microphone is open for somebody's words. */
  readonly listens: boolean
  /** Somebody asks or is answered, or something still plays. */
  readonly runs: boolean
}

/** What a feature has of the application; the talk itself comes with its start. */
export interface FeatureWorld {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  /** Something of its part of the view or of the tray's menu is different now, or whether it wants an Escape. */
  readonly changed: () => void
  /** What its pages follow beside the view. */
  readonly push: PushToPage
  /** A sentence for the person. */
  readonly notify: (error: AppError) => void
  /** A short sound. */
  readonly earcon: PlayEarcon
  /** A question that main draws. */
  readonly confirm: Confirm
  /** The same for what a page asks for that opens a way out. Each feature has its own patience. */
  readonly confirmPatiently: PatientConfirm
  /** A file or a folder, by the system's own dialogs. */
  readonly files: FileChooser
  /** In the keychain, for the feature of this name alone. */
  readonly secrets: (feature: string) => FeatureSecrets
  /** The one that is held. `id` null: nothing may point at it, since nothing of it is written. */
  readonly conversation: () => { readonly id: ConversationId | null; readonly private: boolean }
  readonly turn: () => TurnNow
  readonly timers: Timers
  readonly wallClock: WallClock
  /** A fresh id, sortable by time, that means nothing outside. */
  readonly mint: () => string
  readonly logger: Logger
  readonly trace: TraceSink
  readonly platform: string
}
