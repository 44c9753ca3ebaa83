import type { ReactNode } from 'react'
import type { SettingsSection } from '../../../../shared/ipc/settings'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { DeviceLists } from '../../../../shared/audio/sound-settings'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import type { SideTab } from '../parts/tabs/side-tabs'
import type { Save } from './fields/save'
import { KnowledgeFields } from './knowledge/knowledge-fields'
import { ServerFields } from './mcp/server-fields'
import { AssistantPage } from './page/assistant-page'
import { ConnectionPage } from './page/connection-page'
import { GeneralPage } from './page/general-page'
import { HandsFreePage } from './page/hands-free-page'
import { PrivacyPage } from './page/privacy-page'
import { ShortcutsPage } from './page/shortcuts-page'
import { VoicePage } from './page/voice-page'
import { SoundFields } from './sound/sound-fields'
import { ToolFields } from './tools/tool-fields'

export interface SectionParts {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
  readonly devices: DeviceLists
}

type Section = SideTab & { readonly id: SettingsSection }

const section = (id: SettingsSection, words: string, icon: SideTab['icon'], fields: ReactNode): Section => ({
  id,
  words,
  icon,
  content: (
    <section className="settings-section" aria-label={words}>
      <h2>{words}</h2>
      {fields}
    </section>
  ),
})

/** The settings in the order a person meets them; a new page is one line here. */
export function settingsSections({ view, preferences, save, devices }: SectionParts): readonly Section[] {
  const { settings } = view
  return [
    section('general', say('settings.general'), 'sliders', <GeneralPage settings={settings} preferences={preferences} save={save} />),
    section('assistant', say('settings.assistant'), 'answer', <AssistantPage settings={settings} save={save} />),
    section('voice', say('settings.voice'), 'bars', <VoicePage view={view} preferences={preferences} save={save} />),
    section('audio', say('settings.audio'), 'headphones', <SoundFields view={view} preferences={preferences} save={save} devices={devices} />),
    section('shortcuts', say('settings.shortcuts'), 'keyboard', <ShortcutsPage view={view} preferences={preferences} save={save} />),
    section('hands-free', say('common.hands-free'), 'ear', <HandsFreePage view={view} preferences={preferences} save={save} />),
    section('tools', say('settings.tools'), 'tool', <ToolFields view={view} preferences={preferences} />),
    section('servers', say('settings.servers'), 'server', <ServerFields preferences={preferences} />),
    section('knowledge', say('settings.knowledge'), 'folder', <KnowledgeFields preferences={preferences} />),
    section('connection', say('settings.connection'), 'plug', <ConnectionPage view={view} preferences={preferences} save={save} />),
    section('privacy', say('settings.privacy'), 'shield', <PrivacyPage view={view} preferences={preferences} save={save} />),
  ]
}
