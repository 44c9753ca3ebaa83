import type { UiohookKeyboardEvent, UiohookMouseEvent, UiohookWheelEvent } from 'uiohook-napi'
import { appError, type AppError } from '../../shared/errors'
import { err, ok, type Result } from '../../shared/result'
import type { KeyEvent } from '../core/hotkey/keys'
import { codeOf, keycodeOf, loadHook } from './key-names'

/** What the low-level hook reports: every key and button of the system, both edges, nothing consumed. */
export interface KeyHook {
  listen(listener: (event: KeyEvent) => void): () => void
  knows(code: string): boolean
  /** libuiohook's number for a DOM code, or null. */
  numberOf(code: string): number | null
  stop(): void
}

/** Starts libuiohook. It sees X11, Windows and macOS; Wayland hides all keys from it. */
export function startKeyHook(): Result<KeyHook, AppError> {
  try {
    const hook = loadHook()
    const made = keyHook(hook)
    hook.uIOhook.start()
    return ok(made)
  } catch (cause) {
    return err(appError('hotkey', cause instanceof Error ? cause.message : 'the key hook did not start'))
  }
}

type AnyEvent = UiohookKeyboardEvent | UiohookMouseEvent | UiohookWheelEvent

function keyHook(hook: ReturnType<typeof loadHook>): KeyHook {
  const { uIOhook } = hook
  const listeners = new Set<(event: KeyEvent) => void>()
  const tell = (code: string, edge: KeyEvent['edge'], { ctrlKey, altKey, shiftKey, metaKey }: AnyEvent) => {
    const event = { code, edge, modifiers: { control: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey } }
    for (const listener of [...listeners]) listener(event)
  }
  // A key without a name still joins others.
  const key = (edge: KeyEvent['edge']) => (event: UiohookKeyboardEvent) => tell(codeOf(hook, event.keycode) ?? `Key${String(event.keycode)}`, edge, event)
  const button = (edge: KeyEvent['edge']) => (event: UiohookMouseEvent) => tell(`Mouse${String(event.button)}`, edge, event)
  uIOhook.on('keydown', key('down')).on('keyup', key('up'))
  uIOhook.on('mousedown', button('down')).on('mouseup', button('up'))
  uIOhook.on('wheel', (event) => tell('Wheel', 'down', event))
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    knows: (code) => /^Mouse[45]$/.test(code) || keycodeOf(hook, code) !== null,
    numberOf: (code) => keycodeOf(hook, code),
    stop: () => {
      uIOhook.removeAllListeners()
      uIOhook.stop()
    },
  }
}
