import type { ErrorTag } from '../../../shared/errors/errors'
import { ApproveKeySchema } from '../../../shared/settings'
import { acceleratorOf } from './accelerator'
import { isModifier, isMouse, readTalkKey, type TalkKey } from './keys'
import type { WhichKey } from './recording'

/** Keys that switch a light, open a menu or belong to the system, with or without modifiers. */
const SYSTEM_KEYS = new Set(['PrintScreen', 'CapsLock', 'NumLock', 'ScrollLock', 'Escape', 'Fn', 'Power', 'ContextMenu'])
/** What every program takes for editing. */
const EDITING = 'ACVXZYSFPNOWQT'
/** The system acts on them before anybody else. */
const OF_THE_SYSTEM: Readonly<Record<string, readonly RegExp[]>> = {
  linux: [/^Alt\+(Shift\+)?Tab$/, /^Alt\+F4$/, /^Control\+Alt\+(Delete|Backspace|F\d+)$/, /^Super\+[A-Z0-9]$/, /^Control\+Alt\+(Up|Down|Left|Right|T|L)$/],
  win32: [/^Alt\+(Shift\+)?Tab$/, /^Alt\+(F4|Space)$/, /^Control\+Alt\+Delete$/, /^Control\+Shift\+Escape$/, /Super\+/],
  darwin: [/^Super\+(Shift\+)?Tab$/, /^(Control\+)?Super\+(Space|Q|W|H|M)$/, /^Shift\+Super\+[3-6]$/, /^Control\+(Up|Down|Left|Right)$/],
}

/** Settings keep the talk key in words of its own. */
const plainChord = (key: string): string => acceleratorOf(readTalkKey(key.replace('Super+', 'Meta+')))

function isReserved(chord: string, talk: TalkKey | null, platform: string): boolean {
  const last = chord.split('+').at(-1) ?? ''
  if (SYSTEM_KEYS.has(last)) return true
  if (talk !== null && /^Meta/.test(talk.code)) return platform !== 'darwin' // alone it opens the system's menu
  const editing = platform === 'darwin' ? /^(Shift\+)?Super\+([A-Z])$/ : /^Control\+(Shift\+)?([A-Z])$/
  if (EDITING.includes(editing.exec(chord)?.[2] ?? '-')) return true
  return (OF_THE_SYSTEM[platform] ?? []).some((pattern) => pattern.test(chord))
}

/** Nothing that is pressed is kept from other programs, so a key that types would type. */

export const isSameChord = (one: string, other: string): boolean => plainChord(one) === plainChord(other)

/**
 * Why a key that was recorded must not be used, or null. `others` are the keys or chords of the other kinds as settings keep them. A bare
 * modifier that is part of the other chord is no conflict: the second key of the chord takes the press back.
 */
export function keyConflict(which: WhichKey, key: string, others: readonly string[], platform: string): ErrorTag | null {
  const talk = which === 'talk' ? readTalkKey(key) : null
  const chord = talk === null ? key : acceleratorOf(talk)
  if (others.some((other) => isSameChord(chord, other))) return 'key-taken'
  if (isReserved(chord, talk, platform)) return 'key-reserved'
  if (which === 'approve' && !ApproveKeySchema.safeParse(chord).success) return 'key-approve'
  return types(chord, talk) ? 'key-types' : null
}

function types(chord: string, talk: TalkKey | null): boolean {
  const last = talk?.code ?? chord.split('+').at(-1) ?? ''
  if (isModifier(last) || isMouse(last) || /^F\d+$/.test(last) || /^(Pause|Insert)$/.test(last)) return false
  return !/Control|Alt|Super/.test(chord.split('+').slice(0, -1).join('+'))
}
