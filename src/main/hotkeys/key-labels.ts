import { defaultSettings, type Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'

/** Keys as people read them on their keyboard. `platform` is Node's `process.platform`. */

const MODIFIERS: Readonly<Record<string, string>> = { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Super' }
const MAC_MODIFIERS: Readonly<Record<string, string>> = { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' }
const WINDOWS_META = 'Windows'

function modifierWord(modifier: string, platform: string): string {
  if (platform === 'win32' && modifier === 'Meta') return WINDOWS_META
  return (platform === 'darwin' ? MAC_MODIFIERS : MODIFIERS)[modifier] ?? modifier
}

/** "ControlRight" → "Right Ctrl", "Control+Alt+Space" → "Ctrl+Alt+Space", "Mouse4" → "Mouse button 4". */
export const talkKeyLabel = (key: string, platform: string): string =>
  [...key.split('+').slice(0, -1).map((part) => modifierWord(part, platform)), codeLabel(key.split('+').at(-1) ?? '', platform)].join('+')

/** "KeyA" → "A", "Numpad1" → "Numpad 1". */
export function codeLabel(code: string, platform: string): string {
  const sided = /^(Control|Alt|Shift|Meta)(Left|Right)$/.exec(code)
  if (sided?.[1] !== undefined && sided[2] !== undefined) return `${sided[2]} ${modifierWord(sided[1], platform)}`
  return code.replace(/^(Key|Digit)/, '').replace(/^Mouse(?=\d)/, 'Mouse button ').replace(/^(Numpad|Arrow|Page)(?=.)/, '$1 ')
}

/** "Control+Alt+H" → "Ctrl+Alt+H". */
export function modeKeyLabel(accelerator: string, platform: string): string {
  const word = (part: string) => modifierWord(part === 'Super' ? 'Meta' : part, platform)
  return accelerator.split('+').map(word).join('+')
}

/** What each key is by default, where it is something else now. */
export function standardKeys({ talkKey, modeKey, approveKey, panelKey }: Pick<Settings, 'talkKey' | 'modeKey' | 'approveKey' | 'panelKey'>, platform: string): AssistantView['standardKeys'] {
  const standard = defaultSettings(platform)
  return {
    talk: talkKey === standard.talkKey ? null : { key: standard.talkKey, label: talkKeyLabel(standard.talkKey, platform) },
    mode: modeKey === standard.modeKey ? null : { key: standard.modeKey, label: modeKeyLabel(standard.modeKey, platform) },
    approve: approveKey === standard.approveKey ? null : { key: standard.approveKey, label: modeKeyLabel(standard.approveKey, platform) },
    panel: panelKey === standard.panelKey ? null : { key: standard.panelKey, label: modeKeyLabel(standard.panelKey, platform) },
  }
}
