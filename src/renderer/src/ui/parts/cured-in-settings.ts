import type { ErrorTag } from '../../../../shared/errors/errors'
import type { SettingsSection } from '../../../../shared/ipc/settings'

/** Left out: where the settings were left. */
export type OpenSettings = (section?: SettingsSection) => void

/** Reasons whose cure is in the settings, and where there. */
export const CURED_IN_SETTINGS: ReadonlyMap<ErrorTag, SettingsSection> = new Map<ErrorTag, SettingsSection>([
  ['no-key', 'connection'],
  ['auth', 'connection'],
  ['model', 'assistant'],
  ['protocol', 'connection'],
  ['keychain', 'connection'],
  ['mic-missing', 'audio'],
  ['mic-lost', 'audio'],
  ['speaker', 'audio'],
  ['hotkey', 'shortcuts'],
])
