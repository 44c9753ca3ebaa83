import { isMouse, type Modifiers, modifierOf, type TalkKey } from '../core/keys'
import { isKeycodeDown, readX11Keys, type X11Keys } from './x11-keyboard'

const SIDES: Readonly<Record<keyof Modifiers, readonly [string, string]>> = {
  control: ['ControlLeft', 'ControlRight'],
  alt: ['AltLeft', 'AltRight'],
  shift: ['ShiftLeft', 'ShiftRight'],
  meta: ['MetaLeft', 'MetaRight'],
}

/**
 * Whether the whole talk key is down, as the system sees it; null where it does not say. X11 says so for keys. Windows and macOS would,
 * but only to native code, which no library of ours brings; nobody says it for the mouse's side buttons.
 */
export async function readKeyState(key: TalkKey): Promise<boolean | null> {
  if (process.platform !== 'linux' || isMouse(key.code)) return null
  const keys = await readX11Keys()
  if (keys === null) return null
  const isDown = (code: string) => stateOf(code, keys)
  const main = isDown(key.code)
  if (main === null || modifierOf(key.code) !== null) return main
  const wanted = Object.entries(SIDES).filter(([name]) => key.modifiers[name as keyof Modifiers])
  return main && wanted.every(([, sides]) => sides.some((side) => isDown(side) === true))
}

/** Null: the keyboard has no such key. */
function stateOf(code: string, { keyboard, keymap }: X11Keys): boolean | null {
  const keycodes = [...keyboard.codes].filter(([, each]) => each === code)
  return keycodes.length === 0 ? null : keycodes.some(([keycode]) => isKeycodeDown(keymap, keycode))
}
