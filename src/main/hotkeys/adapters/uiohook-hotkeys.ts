import type { UiohookKeyboardEvent, UiohookMouseEvent, UiohookWheelEvent } from 'uiohook-napi'
import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import { EdgeLag } from '../core/edge-lag'
import type { KeyEvent, Modifiers } from '../core/keys'
import { codeOf, keycodeOf, loadHook, plainNumber } from './key-names'
import { KeyReader } from './key-reader'
import { readX11Keyboard, readX11Keymap } from './x11-keyboard'

/** What the low-level hook reports: every key and button of the system, both edges, nothing consumed. */
export interface KeyHook {
  listen(listener: (event: KeyEvent) => void): () => void
  /** Looks at the keyboard again, which may have become another one. Before it was done once, the hook's word is taken. */
  readKeyboard(): Promise<void>
  /** Whether its presses would be seen. */
  knows(code: string): boolean
  /** The name under which it tells of this key: settings may hold one of the number pad's names without NumLock. */
  nameOf(code: string): string
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

/** X stamps events in ms. libuiohook gives ticks of another length on macOS, and the time of an older message on Windows. */
const STAMPS_IN_MS = process.platform === 'linux'

type AnyEvent = UiohookKeyboardEvent | UiohookMouseEvent | UiohookWheelEvent

const modifiersOf = ({ ctrlKey, altKey, shiftKey, metaKey }: AnyEvent): Modifiers => ({ control: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey })

function keyHook(hook: ReturnType<typeof loadHook>): KeyHook {
  const { uIOhook } = hook
  const listeners = new Set<(event: KeyEvent) => void>()
  const lag = new EdgeLag()
  const lagOf = ({ time }: AnyEvent) => (STAMPS_IN_MS ? lag.of(time, performance.now()) : 0)
  const tell = (event: KeyEvent) => [...listeners].forEach((listener) => listener(event))
  const reader = new KeyReader({ ownCode: (number) => codeOf(hook, number), keymap: () => readX11Keymap(), tell })
  const key = (edge: KeyEvent['edge']) => (event: UiohookKeyboardEvent) => reader.read({ number: plainNumber(event.keycode), edge, lagMs: lagOf(event), modifiers: modifiersOf(event) })
  const pointer = (code: string, edge: KeyEvent['edge'], event: AnyEvent) => tell({ code, edge, lagMs: lagOf(event), modifiers: reader.modifiers(modifiersOf(event)) })
  uIOhook.on('keydown', key('down')).on('keyup', key('up'))
  uIOhook.on('mousedown', (event) => pointer(`Mouse${String(event.button)}`, 'down', event))
  uIOhook.on('mouseup', (event) => pointer(`Mouse${String(event.button)}`, 'up', event))
  uIOhook.on('wheel', (event) => pointer('Wheel', 'down', event))
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readKeyboard: readKeyboardFor(reader),
    knows: (code) => /^Mouse[45]$/.test(code) || (reader.has(code) ?? keycodeOf(hook, code) !== null),
    nameOf: (code) => {
      const number = keycodeOf(hook, code)
      return number === null || number === plainNumber(number) ? code : (codeOf(hook, plainNumber(number)) ?? code)
    },
    stop: () => {
      uIOhook.removeAllListeners()
      uIOhook.stop()
    },
  }
}

/** The hook has looked at the name of the keycodes once and for all. */
function readKeyboardFor(reader: KeyReader): () => Promise<void> {
  let named: string | null = null
  return async () => {
    const keyboard = process.platform === 'linux' ? await readX11Keyboard() : null
    named ??= keyboard?.keycodes ?? null
    reader.useKeyboard(keyboard, named ?? '')
  }
}
