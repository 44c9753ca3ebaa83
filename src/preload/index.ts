import { contextBridge, ipcRenderer } from 'electron'
import type { AssistantApi } from '../shared/ipc/apis/assistant-api'
import { AUDIO_PORTS_MESSAGE } from '../shared/ipc/audio-ports'
import type { IndicatorApi } from '../shared/ipc/apis/indicator-api'
import type { SettingsApi } from '../shared/ipc/apis/settings-api'
import { app } from './app'
import { records } from './history'
import { hotkeys } from './hotkeys'
import { images } from './images'
import { language } from './language'
import { knowledge, passages } from './knowledge'
import { links } from './links'
import { serverQuestions, serverTools } from './mcp'
import { messages } from './messages'
import { reminders } from './reminders'
import { practice, secrets, servers } from './servers'
import { firstSteps, panelSettings, settings } from './settings'
import { sound, soundNews } from './sound'
import { talk } from './talk'
import { card, toolPreferences, tools } from './tools'
import { voices } from './voices'
import { bubble, openHistory, panelWindow, showPanel } from './windows'

const panelApi: AssistantApi = { ...app, ...talk, ...images, ...hotkeys, ...messages, ...firstSteps, ...panelSettings, ...servers, ...practice, ...sound, ...tools, ...reminders, ...serverQuestions, ...passages, ...links, ...panelWindow }

const settingsApi: SettingsApi = {
  ...settings,
  ...servers,
  ...secrets,
  ...soundNews,
  ...toolPreferences,
  ...serverTools,
  ...knowledge,
  ...voices,
  ...showPanel,
  ...openHistory,
  dismissNotice: app.dismissNotice,
  onView: app.onView,
  recordHotkey: hotkeys.recordHotkey,
  onKeysHeld: hotkeys.onKeysHeld,
  previewMicrophone: sound.previewMicrophone,
  removeEverything: records.removeEverything,
}

const indicatorApi: IndicatorApi = { ...bubble, ...showPanel, ...card, onLoudness: soundNews.onLoudness, cancel: talk.cancel }

contextBridge.exposeInMainWorld('language', language)

/** Each page gets its own methods and no others. Main checks the sender again: this only keeps honest pages honest. */
switch (window.location.pathname) {
  case '/history.html':
    contextBridge.exposeInMainWorld('records', records)
    break
  case '/settings.html':
    contextBridge.exposeInMainWorld('preferences', settingsApi)
    break
  case '/indicator.html':
    contextBridge.exposeInMainWorld('indicator', indicatorApi)
    break
  default:
    contextBridge.exposeInMainWorld('assistant', panelApi)
    /** A MessagePort cannot cross the context bridge; a window message can carry it into the page's world. */
    ipcRenderer.on(AUDIO_PORTS_MESSAGE, (event) => {
      window.postMessage({ type: AUDIO_PORTS_MESSAGE }, window.location.origin, event.ports)
    })
}
