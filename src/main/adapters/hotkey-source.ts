import type { AppError } from '../../shared/errors'
import type { Result } from '../../shared/result'
import type { HotkeyBindings, HotkeyListener, HotkeyRegistration, HotkeySource, Timers } from '../core/ports'
import { registerChord } from './global-shortcut-hotkeys'
import { acceleratorOf, isModifier } from './key-press'
import { type KeyHook, startKeyHook } from './uiohook-hotkeys'

/** How long the recorder in Settings waits for a key. */
const RECORD_TIMEOUT_MS = 10_000
/** Where no key-up can be had a bare modifier cannot be registered at all; this chord stands in. */
const TOGGLE_CHORD = 'Control+Alt+Space'

export interface HotkeySourceOptions {
  /** False on Wayland, where the hook sees nothing: the talk key becomes press-to-start, press-to-stop. */
  readonly keysCanBeHooked: boolean
  readonly timers: Timers
}

type Undo = () => void

/** Talk key and Escape by the low-level hook (both edges), the mode chord by the system's registry. */
export function createHotkeySource({ keysCanBeHooked, timers }: HotkeySourceOptions): HotkeySource {
  const listeners = new Set<HotkeyListener>()
  const tell = (run: (listener: HotkeyListener) => void) => listeners.forEach(run)
  const hook: Result<KeyHook, AppError> | null = keysCanBeHooked ? startKeyHook() : null
  const bound: Undo[] = []
  let escape: Undo | null = null
  let recording = false

  const keep = (attempt: Result<Undo, AppError>, failures: AppError[]) => {
    if (attempt.ok) bound.push(attempt.value)
    else failures.push(attempt.error)
    return attempt.ok
  }
  const bindTalkKey = (code: string, failures: AppError[]): HotkeyRegistration['talkKeyStyle'] => {
    if (hook === null) {
      const chord = isModifier(code) ? TOGGLE_CHORD : code.replace(/^(Key|Digit)/, '')
      return keep(registerChord(chord, () => tell((listener) => listener.talkToggle())), failures) ? 'toggle' : 'none'
    }
    const edges = hook.ok ? hook.value.watch(code, (edge) => !recording && tell((listener) => listener.talkKey(edge))) : hook
    return keep(edges, failures) ? 'hold' : 'none'
  }

  return {
    bind: async ({ talkKey, modeKey }: HotkeyBindings) => {
      bound.splice(0).forEach((undo) => undo())
      const failures: AppError[] = []
      const talkKeyStyle = bindTalkKey(talkKey, failures)
      keep(registerChord(modeKey, () => !recording && tell((listener) => listener.modeKey())), failures)
      return { talkKeyStyle, failures }
    },
    watchEscape: (on) => {
      if (on === (escape !== null)) return
      escape?.()
      escape = null
      if (!on || !hook?.ok) return
      const watched = hook.value.watch('Escape', (edge) => edge === 'down' && tell((listener) => listener.escape()))
      escape = watched.ok ? watched.value : null
    },
    record: async (which) => {
      if (!hook?.ok) return null
      recording = true
      const recorded = await nextKey(hook.value, which, timers)
      recording = false
      return recorded
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      bound.splice(0).forEach((undo) => undo())
      if (hook?.ok) hook.value.stop()
    },
  }
}

/** A bare modifier may be a talk key; a chord needs a key that is none. Escape gives up. */
function nextKey(hook: KeyHook, which: 'talk' | 'mode', timers: Timers): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (recorded: string | null) => {
      stopTimer()
      stopWatching()
      resolve(recorded)
    }
    const stopTimer = timers.after(RECORD_TIMEOUT_MS, () => finish(null))
    const stopWatching = hook.next((press) => {
      if (press.code === 'Escape') finish(null)
      else if (which === 'talk') finish(press.code)
      else if (!isModifier(press.code)) finish(acceleratorOf(press))
    })
  })
}

