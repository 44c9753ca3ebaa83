/**
 * Keys are named by their DOM `code`, left and right distinct ("ControlRight", "KeyA"); the mouse's side buttons are "Mouse4" and
 * "Mouse5". A chord puts the modifiers, whichever side, before it: "Control+Alt+Space".
 */
export interface Modifiers {
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

export interface TalkKey {
  readonly code: string
  readonly modifiers: Modifiers
}

/** One edge of any key or button of the system. */
export interface KeyEvent {
  readonly code: string
  readonly edge: 'down' | 'up'
  /** As the hook counts them; an own press is included. */
  readonly modifiers: Modifiers
  /** How long ago it happened, in ms; left out where the system does not say. */
  readonly lagMs?: number
}

export const NO_MODIFIERS: Modifiers = { control: false, alt: false, shift: false, meta: false }

const MODIFIER = /^(Control|Alt|Shift|Meta)(Left|Right)$/

const WORDS: Readonly<Record<string, keyof Modifiers>> = { Control: 'control', Alt: 'alt', Shift: 'shift', Meta: 'meta' }

export const isModifier = (code: string): boolean => MODIFIER.test(code)

export const isMouse = (code: string): boolean => code.startsWith('Mouse') || code === 'Wheel'

/** Which of the four a modifier key is; null for other keys. */
export const modifierOf = (code: string): keyof Modifiers | null => WORDS[MODIFIER.exec(code)?.[1] ?? ''] ?? null

/** `text` as settings keep it; unknown words before the last are left out. */
export function readTalkKey(text: string): TalkKey {
  const parts = text.split('+')
  const wanted = parts.slice(0, -1).map((part) => WORDS[part])
  return {
    code: parts.at(-1) ?? '',
    modifiers: { control: wanted.includes('control'), alt: wanted.includes('alt'), shift: wanted.includes('shift'), meta: wanted.includes('meta') },
  }
}

export const talkKeyText = ({ code, modifiers }: TalkKey): string =>
  [...Object.entries(WORDS).filter(([, name]) => modifiers[name]).map(([word]) => word), code].join('+')

/** A modifier alone, which other keys need as well. */
export const isBare = (text: string): boolean => isModifier(text)

export const hasModifiers = ({ control, alt, shift, meta }: Modifiers): boolean => control || alt || shift || meta
