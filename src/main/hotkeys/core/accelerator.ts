import type { TalkKey } from './keys'

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv',
  NumpadDecimal: 'numdec',
}

const acceleratorKey = (code: string): string =>
  ACCELERATOR_KEYS[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad(\d)$/, 'num$1')

/** "Control+Alt+H": the chord in Electron's accelerator words. */
export function acceleratorOf({ code, modifiers }: TalkKey): string {
  const words = [modifiers.control && 'Control', modifiers.alt && 'Alt', modifiers.shift && 'Shift', modifiers.meta && 'Super']
  return [...words.filter((word) => word !== false), acceleratorKey(code)].join('+')
}
