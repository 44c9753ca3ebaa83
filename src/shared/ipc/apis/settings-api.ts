import type { AppApi } from '../app'
import type { HistoryApi } from './history-api'
import type { HotkeyApi } from '../hotkeys'
import type { KnowledgeApi } from '../knowledge'
import type { ServerToolsApi } from '../mcp'
import type { SecretApi, ServerApi } from '../servers'
import type { PreferencesApi } from '../settings'
import type { SoundApi, SoundNewsApi } from '../sound'
import type { ToolPreferencesApi } from '../tools'
import type { VoiceApi } from '../voices'
import type { OpenHistoryApi, ShowPanelApi } from '../windows'

/** `window.preferences`: all the settings page can say to main. It has no microphone: device names and levels come from the panel, by way of main. */
export interface SettingsApi
  extends PreferencesApi,
    Pick<AppApi, 'dismissNotice' | 'onView'>,
    Pick<HotkeyApi, 'recordHotkey' | 'onKeysHeld'>,
    ServerApi,
    SecretApi,
    Pick<SoundApi, 'previewMicrophone'>,
    SoundNewsApi,
    ToolPreferencesApi,
    ServerToolsApi,
    KnowledgeApi,
    VoiceApi,
    ShowPanelApi,
    OpenHistoryApi,
    Pick<HistoryApi, 'removeEverything'> {}
