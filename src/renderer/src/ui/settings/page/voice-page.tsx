import type { Settings } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { VoiceField } from '../answers/model-fields'
import { SpeedField } from '../answers/speed-field'
import type { Save } from '../fields/save'
import { Card } from './card'

interface VoicePageProps {
  readonly settings: Settings
  readonly save: Save
}

export function VoicePage({ settings, save }: VoicePageProps) {
  return (
    <>
      {settings.endpoint.kind === 'practice' && <p className="field-hint">{say('settings.unused-by-echo')}</p>}
      <Card>
        <VoiceField settings={settings} save={save} />
        <SpeedField speed={settings.speed} save={save} />
      </Card>
    </>
  )
}
