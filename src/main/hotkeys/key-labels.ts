import { defaultSettings, type Settings } from '../../shared/settings'
import { say } from '../../shared/words/say'
import type { AssistantView } from '../../shared/view'

/** Keys as people read them on their keyboard. `platform` is Node's `process.platform`. */

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Alt', 'Shift', 'Meta'])

function modifierWord(modifier: string, platform: string): string {
  const isMac = platform === 'darwin'
  switch (modifier) {
    case 'Control':
      return say(isMac ? 'keys.mac-control' : 'keys.control')
    case 'Alt':
      return say(isMac ? 'keys.option' : 'keys.alt')
    case 'Shift':
      return say('keys.shift')
    case 'Meta':
      return say(isMac ? 'keys.command' : platform === 'win32' ? 'keys.windows' : 'keys.super')
    default:
      return modifier
  }
}

/** "ControlRight" → "Right Ctrl", "Control+Alt+Space" → "Ctrl+Alt+Space", "Mouse4" → "Mouse button 4". */
export const talkKeyLabel = (key: string, platform: string): string =>
  [...key.split('+').slice(0, -1).map((part) => modifierWord(part, platform)), codeLabel(key.split('+').at(-1) ?? '', platform)].join('+')

/** "KeyA" → "A", "Numpad1" → "Numpad 1". */
export function codeLabel(code: string, platform: string): string {
  const [, modifier = '', side] = /^(.*)(Left|Right)$/u.exec(code) ?? []
  if (MODIFIERS.has(modifier)) return say(side === 'Left' ? 'keys.left' : 'keys.right', { key: modifierWord(modifier, platform) })
  const [, group, key = ''] = /^(Mouse(?=\d)|Numpad|Arrow|Page)(.+)$/u.exec(code) ?? []
  switch (group) {
    case 'Mouse':
      return say('keys.mouse', { number: key })
    case 'Numpad':
      return say('keys.numpad', { key })
    case 'Arrow':
      return say('keys.arrow', { key })
    case 'Page':
      return say('keys.page', { key })
    default:
      return code.replace(/^(Key|Digit)/u, '')
  }
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
