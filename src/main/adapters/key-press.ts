import type { KeyPress } from './uiohook-hotkeys'

const MODIFIER = /^(Control|Alt|Shift|Meta)(Left|Right)$/

export const isModifier = (code: string): boolean => MODIFIER.test(code)

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
export function acceleratorOf(press: KeyPress): string {
  const modifiers = [press.control && 'Control', press.alt && 'Alt', press.shift && 'Shift', press.meta && 'Super']
  return [...modifiers.filter((word) => word !== false), acceleratorKey(press.code)].join('+')
}
