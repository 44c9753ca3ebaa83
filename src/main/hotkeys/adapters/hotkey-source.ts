import { appError, type AppError } from '../../../shared/errors/errors'
import { err, ok, type Result } from '../../../shared/result'
import { acceleratorOf } from '../core/accelerator'
import { isBare, isMouse, type KeyEvent, readTalkKey, type TalkKey } from '../core/keys'
import { watchKey } from '../core/key-watch'
import { Repeats } from '../core/repeats'
import type { HotkeyBindings, HotkeyListener, HotkeyRegistration, HotkeySource } from '../core/ports'
import type { Timers } from '../../platform/ports'
import { approveChord } from './approve-chord'
import { registerChord } from './global-shortcut-hotkeys'
import { type KeyRecording, recordKey } from './key-recorder'
import { readKeyState } from './key-state'
import { type KeyHook, startKeyHook } from './uiohook-hotkeys'

/** Where no key-up can be had a bare modifier or a mouse button cannot be registered at all; this chord stands in. */
const TOGGLE_CHORD = 'Control+Alt+Space'

export interface HotkeySourceOptions {
  /** False on Wayland, where the hook sees nothing: the talk key becomes press-to-start, press-to-stop. */
  readonly keysCanBeHooked: boolean
  readonly timers: Timers
}

type Undo = () => void

/** Talk key and Escape by the low-level hook (both edges), the other chords by the system's registry. */
export function createHotkeySource({ keysCanBeHooked, timers }: HotkeySourceOptions): HotkeySource {
  const listeners = new Set<HotkeyListener>()
  const tell = (run: (listener: HotkeyListener) => void) => listeners.forEach(run)
  const hook: Result<KeyHook, AppError> | null = keysCanBeHooked ? startKeyHook() : null
  const bound: Undo[] = []
  let talkKey: TalkKey | null = null
  let escapeWatched = false
  let recording: KeyRecording | null = null

  const keep = (attempt: Result<Undo, AppError>, failures: AppError[]) => {
    if (attempt.ok) bound.push(attempt.value)
    else failures.push(attempt.error)
    return attempt.ok
  }
  const bindTalkKey = (text: string, failures: AppError[]): HotkeyRegistration['talkKeyStyle'] => {
    if (hook === null) return keep(registerChord(toggleChord(text), () => tell((listener) => listener.talkToggle())), failures) ? 'toggle' : 'none'
    const read = readTalkKey(text)
    talkKey = hook.ok ? { ...read, code: hook.value.nameOf(read.code) } : read
    const edges = hook.ok ? watchTalkKey(hook.value, talkKey, (run) => recording === null && tell(run)) : hook
    return keep(edges, failures) ? 'hold' : 'none'
  }
  const watchApproveKey = approveChord({ hook: hook?.ok ? hook.value : null, timers, isQuiet: () => recording !== null })
  if (hook?.ok) hook.value.listen(onPressOf('Escape', timers.now, () => escapeWatched && recording === null && tell((listener) => listener.escape())))

  return {
    bind: async ({ talkKey, modeKey, panelKey }: HotkeyBindings) => {
      bound.splice(0).forEach((undo) => undo())
      const failures: AppError[] = []
      if (hook?.ok) await hook.value.readKeyboard()
      const talkKeyStyle = bindTalkKey(talkKey, failures)
      keep(registerChord(modeKey, () => recording === null && tell((listener) => listener.modeKey())), failures)
      if (panelKey !== '') keep(registerChord(panelKey, () => recording === null && tell((listener) => listener.panelKey())), failures)
      return { talkKeyStyle, failures }
    },
    watchEscape: (on) => void (escapeWatched = on),
    watchApproveKey,
    isDown: async () => (hook?.ok && talkKey !== null ? readKeyState(talkKey) : null),
    record: async (which, held) => {
      if (!hook?.ok) return err(appError('key-unseen'))
      if (recording !== null) return err(appError('timeout', 'a key is being recorded already'))
      recording = recordKey(hook.value, which, held, timers)
      const recorded = await recording.recorded
      recording = null
      return recorded
    },
    leaveRecording: () => recording?.leave(),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      watchApproveKey(null, () => undefined)
      bound.splice(0).forEach((undo) => undo())
      if (hook?.ok) hook.value.stop()
    },
  }
}

function watchTalkKey(hook: KeyHook, key: TalkKey, tell: (run: (listener: HotkeyListener) => void) => void): Result<Undo, AppError> {
  if (!hook.knows(key.code)) return err(appError('key-absent', `no key is named ${key.code}`))
  let isDown = false
  const follow = (event: KeyEvent) => {
    const edge = watchKey(key, isDown, event)
    if (edge === null) return
    if (edge === 'joined-by-key' || edge === 'joined-by-mouse') return tell((listener) => listener.joined(edge === 'joined-by-key' ? 'key' : 'mouse'))
    isDown = edge === 'down'
    tell((listener) => listener.talkKey(edge, event.lagMs))
  }
  return ok(hook.listen(follow))
}

function toggleChord(text: string): string {
  const key = readTalkKey(text)
  return isBare(text) || isMouse(key.code) ? TOGGLE_CHORD : acceleratorOf(key)
}

/** A held key is one press: what it repeats would end one thing after another. */
function onPressOf(wanted: string, now: () => number, pressed: () => void): (event: KeyEvent) => void {
  const repeats = new Repeats()
  return ({ code, edge }) => {
    if (code === wanted && repeats.isPress(edge, now())) pressed()
  }
}
