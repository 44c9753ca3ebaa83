import type { UiohookKeyboardEvent } from 'uiohook-napi'
import { appError, type AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { KeyEdge } from '../core/ports'
import { codeOf, keycodeOf, loadHook } from './key-names'

/** What the low-level hook reports: every key of the system, both edges, nothing consumed. */
export interface KeyHook {
  watch(code: string, listener: (edge: KeyEdge) => void): Result<() => void, AppError>
  /** The next key pressed, with its modifiers, until the returned function is called. */
  next(listener: (press: KeyPress) => void): () => void
  stop(): void
}

export interface KeyPress {
  readonly code: string
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

/** Starts libuiohook. It sees X11, Windows and macOS; Wayland hides all keys from it. */
export function startKeyHook(): Result<KeyHook, AppError> {
  try {
    const hook = loadHook()
    hook.uIOhook.start()
    return ok(keyHook(hook))
  } catch (cause) {
    return err(appError('hotkey', cause instanceof Error ? cause.message : 'the key hook did not start'))
  }
}

function keyHook(hook: ReturnType<typeof loadHook>): KeyHook {
  const { uIOhook } = hook
  return {
    watch: (code, listener) => {
      const keycode = keycodeOf(hook, code)
      if (keycode === null) return err(appError('hotkey', `no key is named ${code}`))
      const down = (event: UiohookKeyboardEvent) => event.keycode === keycode && listener('down')
      const up = (event: UiohookKeyboardEvent) => event.keycode === keycode && listener('up')
      uIOhook.on('keydown', down)
      uIOhook.on('keyup', up)
      return ok(() => uIOhook.off('keydown', down).off('keyup', up))
    },
    next: (listener) => {
      const down = (event: UiohookKeyboardEvent) => {
        const code = codeOf(hook, event.keycode)
        if (code !== null) listener({ code, control: event.ctrlKey, alt: event.altKey, shift: event.shiftKey, meta: event.metaKey })
      }
      uIOhook.on('keydown', down)
      return () => uIOhook.off('keydown', down)
    },
    stop: () => {
      uIOhook.removeAllListeners()
      uIOhook.stop()
    },
  }
}
