import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Logger, Timers, TraceSink, WallClock } from '../platform/ports'
import type { Confirm } from './confirm-port'

/** What a feature has of the application; the talk comes with its start. */
export interface FeatureWorld {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  /** Something of its part of the view is different now, or whether it wants an Escape. */
  readonly changed: () => void
  /** A sentence for the person. */
  readonly notify: (error: AppError) => void
  /** A question that main draws. */
  readonly confirm: Confirm
  readonly timers: Timers
  readonly wallClock: WallClock
  /** A fresh id, sortable by time, that means nothing outside. */
  readonly mint: () => string
  readonly logger: Logger
  readonly trace: TraceSink
}
