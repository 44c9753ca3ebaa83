import type { HotkeyApi } from '../shared/ipc/hotkeys'
import { ask, follow } from './wire'

export const hotkeys: HotkeyApi = {
  recordHotkey: (which) => ask('hotkey:record', which),
  onKeysHeld: (listener) => follow('hotkey:held', listener),
  onKeyTried: (listener) => follow('key:tried', listener),
}
