import { z } from 'zod'
import { type Answered, channel, type Unsubscribe } from './channel'

export type WhichKey = 'talk' | 'mode' | 'approve' | 'panel'

export const HotkeyAsks = {
  'hotkey:record': channel(z.tuple([z.enum(['talk', 'mode', 'approve', 'panel'])]), 'panel', 'settings'),
} as const

export interface HotkeyAnswers {
  /** The next key or chord pressed, in the form `settings:update` takes. */
  'hotkey:record': string
}

/** The talk key, while it is tried in the first steps. `tries`: how often it was held and let go. */
export interface KeyTry {
  readonly down: boolean
  /** How long it was held when it came up; null while it is down, and when that counted as nothing. */
  readonly heldMs: number | null
  readonly tries: number
}

export interface HotkeyPushes {
  /** While a key is recorded: what is down now, as people read it on their keyboard. */
  'hotkey:held': readonly string[]
  'key:tried': KeyTry
}

export interface HotkeyApi {
  /** The panel's answers only while the first steps are shown. */
  recordHotkey(which: WhichKey): Answered<string>
  /** While `recordHotkey` waits: the keys that are down, at every change. */
  onKeysHeld(listener: (keys: readonly string[]) => void): Unsubscribe
  onKeyTried(listener: (now: KeyTry) => void): Unsubscribe
}
