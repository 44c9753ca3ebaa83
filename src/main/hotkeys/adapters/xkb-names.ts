/** Rows of keys from left to right: the X Keyboard Extension counts them, the DOM names them. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  AE: ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal', 'IntlYen'],
  AD: ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft', 'BracketRight'],
  AC: ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote', 'Backslash'],
  AB: ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash', 'IntlRo'],
}

const NAMES: Readonly<Record<string, string>> = {
  ESC: 'Escape', TLDE: 'Backquote', BKSP: 'Backspace', TAB: 'Tab', RTRN: 'Enter', CAPS: 'CapsLock', BKSL: 'Backslash', SPCE: 'Space', LSGT: 'IntlBackslash',
  LFSH: 'ShiftLeft', RTSH: 'ShiftRight', LCTL: 'ControlLeft', RCTL: 'ControlRight', LALT: 'AltLeft', RALT: 'AltRight', ALGR: 'AltRight',
  LWIN: 'MetaLeft', RWIN: 'MetaRight', LMTA: 'MetaLeft', RMTA: 'MetaRight', COMP: 'ContextMenu', MENU: 'ContextMenu',
  PRSC: 'PrintScreen', SCLK: 'ScrollLock', PAUS: 'Pause', INS: 'Insert', HOME: 'Home', PGUP: 'PageUp', DELE: 'Delete', END: 'End', PGDN: 'PageDown',
  UP: 'ArrowUp', LEFT: 'ArrowLeft', DOWN: 'ArrowDown', RGHT: 'ArrowRight',
  NMLK: 'NumLock', KPDV: 'NumpadDivide', KPMU: 'NumpadMultiply', KPSU: 'NumpadSubtract', KPAD: 'NumpadAdd', KPEN: 'NumpadEnter', KPDL: 'NumpadDecimal', KPEQ: 'NumpadEqual',
}

/** The DOM code of a key by its name in X: "RCTL" → "ControlRight", "AD01" → "KeyQ", "FK09" → "F9"; null for keys Parley has no name for. */
export function codeOfXkbName(name: string): string | null {
  const [, row = '', place = ''] = /^(A[B-E])(\d\d)$/.exec(name) ?? []
  const inRow = ROWS[row]?.[Number(place) - 1]
  if (inRow !== undefined) return inRow
  const [, functionKey] = /^FK(\d\d)$/.exec(name) ?? []
  if (functionKey !== undefined) return `F${String(Number(functionKey))}`
  const [, numpad] = /^KP(\d)$/.exec(name) ?? []
  return numpad === undefined ? (NAMES[name] ?? null) : `Numpad${numpad}`
}
