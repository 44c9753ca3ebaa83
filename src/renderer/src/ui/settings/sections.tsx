import type { ReactNode } from 'react'
import type { SettingsSection } from '../../../../shared/ipc/settings'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { DeviceLists } from '../../../../shared/audio/sound-settings'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import type { SideTab } from '../parts/tabs/side-tabs'
import { AnswerFields } from './answer-fields'
import { ConnectionFields } from './connection-fields'
import { ConnectionTest } from './connection-test'
import { EndpointFields } from './endpoint-fields'
import { FirstStepsAgain } from './first-steps-again'
import { KeyFields } from './key-fields'
import { KnowledgeFields } from './knowledge/knowledge-fields'
import { LookFields } from './look-fields'
import { ServerFields } from './mcp/server-fields'
import { PrivacyFields } from './privacy-fields'
import type { Save } from './fields/save'
import { SecretField } from './fields/secret-field'
import { SoundFields } from './sound/sound-fields'
import { SoundPreview } from './sound/sound-preview'
import { ToolFields } from './tools/tool-fields'
import { TalkFields } from './talk-fields'
import { VadFields } from './vad-fields'

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

/** The settings in the order a person meets them; a new group of fields is one line here. */
export function settingsSections({ view, preferences, save, devices }: SectionParts): readonly Section[] {
  const { settings } = view
  return [
    section('general', say('settings.general'), 'look', <><LookFields settings={settings} save={save} /><FirstStepsAgain preferences={preferences} save={save} /></>),
    section('connection', say('settings.connection'), 'server', (
      <>
        <EndpointFields endpoint={settings.endpoint} preferences={preferences} />
        {view.secret !== 'not-needed' && (
          <SecretField key={view.endpointName} place={view.secret} endpointName={view.endpointName} assistant={preferences} />
        )}
        <ConnectionTest key={JSON.stringify(settings.endpoint)} endpoint={settings.endpoint} preferences={preferences} />
        <ConnectionFields settings={settings} save={save} />
      </>
    )),
    section('answers', say('settings.answers'), 'answer', (
      <>
        {settings.endpoint.kind === 'practice' && <p className="field-hint">{say('settings.unused-by-echo')}</p>}
        <AnswerFields settings={settings} save={save} />
      </>
    )),
    section('sound', say('settings.sound'), 'sound', <SoundFields view={view} preferences={preferences} save={save} devices={devices} />),
    section('keys', say('settings.keys'), 'keyboard', (
      <>
        <KeyFields view={view} assistant={preferences} save={save} />
        <TalkFields view={view} save={save} />
        <h3>{say('common.hands-free')}</h3>
        <VadFields vad={settings.vad} save={save} meter={<SoundPreview preview={view.microphonePreview} preferences={preferences} />} />
      </>
    )),
    section('tools', say('settings.tools'), 'tool', <ToolFields view={view} preferences={preferences} save={save} />),
    section('servers', say('settings.servers'), 'plug', <ServerFields preferences={preferences} />),
    section('knowledge', say('settings.knowledge'), 'folder', <KnowledgeFields preferences={preferences} />),
    section('privacy', say('settings.privacy'), 'shield', <PrivacyFields view={view} openHistory={() => preferences.openHistory()} />),
  ]
}
