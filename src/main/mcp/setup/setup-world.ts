import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { Settings, SettingsPatch } from '../../../shared/settings'
import type { Question } from '../../app/confirm-port'
import type { Timers } from '../../platform/ports'

/** In the keychain, for this feature alone. */
export interface ServerVault {
  find(name: string): Promise<string | null>
  keep(name: string, secret: string): Promise<void>
  forget(name: string): Promise<void>
}

export type Asked = 'yes' | 'not-confirmed' | 'asked-lately'

/** What setting up servers stands on. */
export interface SetupWorld {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  /** Drawn by main; after a no, not again for a while. */
  readonly ask: (question: Question) => Promise<Asked>
  readonly vault: ServerVault
  /** SHA-256, as hexadecimal digits. */
  readonly hash: (text: string) => string
  readonly mint: () => string
  /** Of the person. */
  readonly home: string
  readonly timers: Timers
  /** The page of servers lists something else now. */
  readonly changed: () => void
}
