import type { ShowingFeature } from '../app/feature'
import { hotkeyRoutes } from './hotkey-routes'
import { modeKeyLabel, standardKeys, talkKeyLabel } from './key-labels'
import { createTalkKeys, type TalkKeyParts, type TalkKeys } from './talk-keys'

type Shown = 'latched' | 'talkKeyStyle' | 'talkKeyLabel' | 'modeKeyLabel' | 'approveKeyLabel' | 'panelKeyLabel' | 'standardKeys'

export interface HotkeysFeature extends ShowingFeature<Shown> {
  readonly keys: TalkKeys
}

export function createHotkeysFeature(world: TalkKeyParts): HotkeysFeature {
  const keys = createTalkKeys(world)
  const { platform } = world
  return {
    keys,
    settings: [{ part: ['talkKey', 'modeKey', 'panelKey'], changed: () => void keys.bind() }],
    view: () => {
      const { talkKey, modeKey, approveKey, panelKey } = world.settings()
      return {
        latched: world.state.latched,
        talkKeyStyle: keys.style,
        talkKeyLabel: talkKeyLabel(talkKey, platform),
        modeKeyLabel: modeKeyLabel(modeKey, platform),
        approveKeyLabel: modeKeyLabel(approveKey, platform),
        panelKeyLabel: modeKeyLabel(panelKey, platform),
        standardKeys: standardKeys({ talkKey, modeKey, approveKey, panelKey }, platform),
      }
    },
    routes: (door) => hotkeyRoutes(door, keys),
    pageClosed: (page) => page !== 'history' && world.hotkeys.leaveRecording(),
    start: () => keys.bind(),
    stop: () => world.hotkeys.stop(),
  }
}
