import { isMouse, type Modifiers, modifierOf, type TalkKey } from '../core/hotkey/keys'
import { readX11Keymap } from './x11-keyboard'

/** Linux names keys by evdev number + 8; libuiohook keeps the numbers of old keyboards, which are the same up to F10. */
const EVDEV_OFFSET = 8
const LAST_SAME = 88
const X11_KEYCODES: Readonly<Record<string, number>> = {
  NumpadEnter: 104, ControlRight: 105, NumpadDivide: 106, PrintScreen: 107, AltRight: 108, Home: 110, ArrowUp: 111, PageUp: 112, ArrowLeft: 113,
  ArrowRight: 114, End: 115, ArrowDown: 116, PageDown: 117, Insert: 118, Delete: 119, MetaLeft: 133, MetaRight: 134, F13: 191, F14: 192, F15: 193,
  F16: 194, F17: 195, F18: 196, F19: 197, F20: 198, F21: 199, F22: 200, F23: 201, F24: 202,
}
const SIDES: Readonly<Record<keyof Modifiers, readonly [string, string]>> = {
  control: ['ControlLeft', 'ControlRight'],
  alt: ['AltLeft', 'AltRight'],
  shift: ['ShiftLeft', 'ShiftRight'],
  meta: ['MetaLeft', 'MetaRight'],
}

export type HookNumber = (code: string) => number | null

/**
 * Whether the whole talk key is down, as the system sees it; null where it does not say. X11 says so for keys. Windows and macOS would,
 * but only to native code, which no library of ours brings; nobody says it for the mouse's side buttons.
 */
export async function readKeyState(key: TalkKey, numberOf: HookNumber): Promise<boolean | null> {
  if (process.platform !== 'linux' || isMouse(key.code)) return null
  const keymap = await readX11Keymap()
  if (keymap === null) return null
  const isDown = (code: string) => bitOf(keymap, x11Keycode(code, numberOf))
  const main = isDown(key.code)
  if (main === null || modifierOf(key.code) !== null) return main
  const wanted = Object.entries(SIDES).filter(([name]) => key.modifiers[name as keyof Modifiers])
  return main && wanted.every(([, sides]) => sides.some((side) => isDown(side) === true))
}

function x11Keycode(code: string, numberOf: HookNumber): number | null {
  const own = X11_KEYCODES[code]
  if (own !== undefined) return own
  const number = numberOf(code)
  return number === null || number > LAST_SAME ? null : number + EVDEV_OFFSET
}

const bitOf = (keymap: Buffer, keycode: number | null): boolean | null =>
  keycode === null ? null : ((keymap[keycode >> 3] ?? 0) & (1 << (keycode & 7))) !== 0
