import { globalShortcut } from 'electron'
import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'

/**
 * Chords through the system's own registry: press only, taken from other programs, and refused when one of them has it.
 * `isRegistered` is asked too, because `register` alone has been seen to say yes where nothing was registered.
 */
export function registerChord(accelerator: string, pressed: () => void): Result<() => void, AppError> {
  try {
    const taken = globalShortcut.register(accelerator, pressed) && globalShortcut.isRegistered(accelerator)
    if (!taken) return err(appError('hotkey', accelerator))
    return ok(() => globalShortcut.unregister(accelerator))
  } catch (cause) {
    return err(appError('hotkey', cause instanceof Error ? cause.message : accelerator))
  }
}
