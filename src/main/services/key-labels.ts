/** Keys as people read them on their keyboard. `platform` is Node's `process.platform`. */

const MODIFIERS: Readonly<Record<string, string>> = { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Super' }
const MAC_MODIFIERS: Readonly<Record<string, string>> = { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' }
const WINDOWS_META = 'Windows'

function modifierWord(modifier: string, platform: string): string {
  if (platform === 'win32' && modifier === 'Meta') return WINDOWS_META
  return (platform === 'darwin' ? MAC_MODIFIERS : MODIFIERS)[modifier] ?? modifier
}

/** "ControlRight" → "Right Ctrl", "KeyA" → "A", "Numpad1" → "Numpad 1". */
export function talkKeyLabel(code: string, platform: string): string {
  const sided = /^(Control|Alt|Shift|Meta)(Left|Right)$/.exec(code)
  if (sided?.[1] !== undefined && sided[2] !== undefined) return `${sided[2]} ${modifierWord(sided[1], platform)}`
  return code.replace(/^(Key|Digit)/, '').replace(/^(Numpad|Arrow|Page)(?=.)/, '$1 ')
}

/** "Control+Alt+H" → "Ctrl+Alt+H". */
export function modeKeyLabel(accelerator: string, platform: string): string {
  const word = (part: string) => modifierWord(part === 'Super' ? 'Meta' : part, platform)
  return accelerator.split('+').map(word).join('+')
}
