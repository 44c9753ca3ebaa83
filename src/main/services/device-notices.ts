import type { ErrorTag } from '../../shared/errors'
import type { SettingsService } from './settings-service'

/**
 * Told without a sound: a loudspeaker that has just failed would fail again, and a sound while the microphone is open would be
 * heard by it.
 */
export const QUIET: ReadonlySet<ErrorTag> = new Set<ErrorTag>(['speaker', 'speaker-replaced', 'mic-replaced', 'mic-silent', 'mic-bluetooth'])

/** A person is warned about a Bluetooth microphone once, not once a day. */
export function isFirstWarning(settings: SettingsService, device: string): boolean {
  const { warnedAbout } = settings.current
  if (warnedAbout.includes(device)) return false
  settings.update({ warnedAbout: [...warnedAbout.slice(-63), device] })
  return true
}
