import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import type { Save } from '../fields/save'
import { HotkeyField } from '../fields/hotkey-field'
import { KeyFields } from '../key-fields'
import { TalkFields } from '../talk-fields'
import { Card } from './card'

interface ShortcutsPageProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
}

export function ShortcutsPage({ view, preferences, save }: ShortcutsPageProps) {
  return (
    <>
      <Card>
        <KeyFields view={view} assistant={preferences} save={save} />
        <HotkeyField
          which="approve"
          label={say('tools.allow-key')}
          keyLabel={view.approveKeyLabel}
          hint={say('tools.allow-key-about')}
          standard={view.standardKeys.approve}
          assistant={preferences}
          save={save}
        />
      </Card>
      <Card title={say('settings.talk-key')}><TalkFields view={view} save={save} /></Card>
    </>
  )
}
