import type { PreferencesPatch } from '../settings'
import type { AssistantView } from '../view'
import type { AssistantApi } from './assistant-api'
import type { DeviceLists, InvokeAnswer, PushMessages, SettingsSection } from './contract'

type Unsubscribe = () => void

/** What both the panel and the settings page may do. */
type Shared = 'testServer' | 'useServer' | 'stopServerTest' | 'recordHotkey' | 'onKeysHeld' | 'dismissNotice' | 'openHistory' | 'tryMicrophone'

/** `window.preferences`: all the settings page can say to main. It has no microphone: device names and levels come from the panel, by way of main. */
export interface SettingsApi extends Pick<AssistantApi, Shared> {
  updateSettings(patch: PreferencesPatch): Promise<InvokeAnswer<'settings:update'>>
  setSecret(secret: string): Promise<InvokeAnswer<'secret:set'>>
  forgetSecret(): Promise<InvokeAnswer<'secret:forget'>>
  showPanel(): void
  getState(): Promise<InvokeAnswer<'settings:get'>>
  onView(listener: (view: AssistantView) => void): Unsubscribe
  onDevices(listener: (devices: DeviceLists) => void): Unsubscribe
  onSection(listener: (section: SettingsSection) => void): Unsubscribe
  onLoudness(listener: (loudness: PushMessages['loudness']) => void): Unsubscribe
}
