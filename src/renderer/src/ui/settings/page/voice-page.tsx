import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { SpeedField } from '../answers/speed-field'
import { VoiceField } from '../answers/voice-field'
import type { Save } from '../fields/save'
import { Card } from './card'

interface VoicePageProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
}

export function VoicePage({ view, preferences, save }: VoicePageProps) {
  const { settings } = view
  return (
    <>
      {settings.endpoint.kind === 'practice' && <p className="field-hint">{say('settings.unused-by-echo')}</p>}
      <Card>
        <VoiceField view={view} preferences={preferences} save={save} />
        <SpeedField speed={settings.speed} save={save} />
      </Card>
    </>
  )
}
