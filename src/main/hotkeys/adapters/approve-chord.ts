import { readTalkKey, type TalkKey } from '../core/keys'
import { watchKey } from '../core/key-watch'
import type { HotkeySource } from '../core/ports'
import type { Timers } from '../../platform/ports'
import { registerChord } from './global-shortcut-hotkeys'
import type { KeyHook } from './uiohook-hotkeys'

/** The hook tells of a press before the system's registry does, or a little behind it. */
const UNSEEN_AFTER_MS = 300

type Watch = HotkeySource['watchApproveKey']

export interface ApproveChordParts {
  readonly hook: KeyHook | null
  readonly timers: Timers
  /** A key is being recorded: this one means nothing. */
  readonly isQuiet: () => boolean
}

/** Registered, so that no other program gets it; the hook, which swallows nothing, says how long it is down. */
export function approveChord({ hook, timers, isQuiet }: ApproveChordParts): Watch {
  let stop = (): void => undefined
  return (chord, changed) => {
    stop()
    stop = () => undefined
    if (hook === null || chord === null) return false
    const key = keyOf(chord, hook)
    if (!hook.knows(key.code)) return false
    let downs = 0
    const registered = registerChord(chord, () => {
      const before = downs
      timers.after(UNSEEN_AFTER_MS, () => downs === 0 && before === 0 && changed('unseen', 0))
    })
    if (!registered.ok) return false
    const stopFollowing = followChord(hook, key, (edge, lagMs) => {
      if (isQuiet()) return
      if (edge === 'down') downs += 1
      changed(edge, lagMs)
    })
    stop = () => {
      stopFollowing()
      registered.value()
    }
    return true
  }
}

/** The chord as the hook names its key: "Control+Alt+Enter". */
function keyOf(chord: string, hook: KeyHook): TalkKey {
  const key = readTalkKey(chord.replace('Super+', 'Meta+'))
  const code = /^[A-Z]$/.test(key.code) ? `Key${key.code}` : /^\d$/.test(key.code) ? `Digit${key.code}` : key.code
  return { ...key, code: hook.nameOf(code) }
}

/**
 * Any other key meanwhile makes it another chord. One that is down as this is stopped is followed until it is up: who held it as the
 * card went would find the first press of the next card taken for the same one.
 */
function followChord(hook: KeyHook, key: TalkKey, changed: (edge: 'down' | 'up' | 'lost', lagMs: number) => void): () => void {
  let isDown = false
  let isOver = false
  const unhook = hook.listen((event) => {
    const edge = watchKey(key, isDown, event)
    if (edge === null) return
    const joined = edge === 'joined-by-key' || edge === 'joined-by-mouse'
    isDown = edge === 'down' || joined
    changed(joined ? 'lost' : edge, event.lagMs ?? 0)
    if (isOver && !isDown) unhook()
  })
  return () => {
    isOver = true
    if (!isDown) unhook()
  }
}
