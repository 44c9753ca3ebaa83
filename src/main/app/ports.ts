import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'

type Unsubscribe = () => void

/** Secrets by origin (`wss://host:port`): a key is bound to the one it was entered for and is never given out for another. */
export interface SecretStore {
  get(origin: string): Promise<Result<string | null, AppError>>
  set(origin: string, secret: string): Promise<Result<void, AppError>>
  forget(origin: string): Promise<Result<void, AppError>>
}

export interface SettingsStore {
  read(): Settings
  /** Writes what differs from what was last read or told, and says what stands there now: somebody may have edited the rest. */
  write(settings: Settings): Result<Settings, AppError>
  /** Set when the file could not be read at start and was put aside. */
  readonly damaged: AppError | null
  /** What the file says whenever it was written, by whomever. */
  watch(written: (read: Result<Settings, AppError>) => void): Unsubscribe
}
