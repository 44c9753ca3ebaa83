import { hasModifiers, isModifier, isMouse, type KeyEvent, modifierOf, type Modifiers, type TalkKey } from './keys'

/** What an event of any key means for the talk key; null: nothing. */
export type WatchedEdge = 'down' | 'up' | 'joined-by-key' | 'joined-by-mouse'

/** A chord ends with any of its keys. */
const isPart = ({ code, modifiers }: TalkKey, up: string): boolean => {
  const modifier = modifierOf(up)
  return up === code || (modifier !== null && modifiers[modifier])
}

/** AltGr: Windows sends a left control key with the right Alt of many layouts. Nobody pressed it. */
const isCompanion = (key: string, other: string): boolean => key === 'AltRight' && other === 'ControlLeft'

/** `isDown`: what the last edge of the talk key itself was. */
export function watchKey(key: TalkKey, isDown: boolean, event: KeyEvent): WatchedEdge | null {
  if (event.edge === 'up') return isDown && isPart(key, event.code) ? 'up' : null
  if (event.code === key.code) return isWhole(key, event.modifiers) ? 'down' : null
  if (!isDown || isCompanion(key.code, event.code)) return null
  return isMouse(event.code) ? 'joined-by-mouse' : 'joined-by-key'
}

/** A single key counts with any modifier: a hook that missed the way up of one must not disable it. */
function isWhole({ code, modifiers: wanted }: TalkKey, now: Modifiers): boolean {
  if (isModifier(code) || !hasModifiers(wanted)) return true
  return now.control === wanted.control && now.alt === wanted.alt && now.shift === wanted.shift && now.meta === wanted.meta
}
