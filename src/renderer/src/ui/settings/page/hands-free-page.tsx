import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import type { Save } from '../fields/save'
import { SoundPreview } from '../sound/sound-preview'
import { VadFields } from '../vad-fields'
import { Card } from './card'

interface HandsFreePageProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
}

export function HandsFreePage({ view, preferences, save }: HandsFreePageProps) {
  return (
    <Card>
      <VadFields vad={view.settings.vad} save={save} meter={<SoundPreview preview={view.microphonePreview} preferences={preferences} />} />
    </Card>
  )
}
