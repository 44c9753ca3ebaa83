import type { PanelSettingsApi } from '../../../../../../shared/ipc/settings'
import type { PanelPatch } from '../../../../../../shared/settings/panel'
import type { Settings } from '../../../../../../shared/settings'
import { errorWords } from '../../../../../../shared/errors/error-words'
import { useToast } from '../../../parts/layers/toasts'
import { SpeedMenu } from './speed-menu'
import { VolumeButton } from './volume-button'
import './voice-controls.css'

interface VoiceControlsProps {
  readonly settings: Pick<Settings, 'answerVolume' | 'speed'>
  readonly changeSettings: PanelSettingsApi['changeSettings']
}

/** How loud it speaks, now; and how fast, from the next answer on. */
export function VoiceControls({ settings, changeSettings }: VoiceControlsProps) {
  const toast = useToast()
  const save = (patch: PanelPatch) => void changeSettings(patch).then((answer) => {
    if (!answer.ok) toast(errorWords(answer.error.tag))
  })
  return (
    <>
      <VolumeButton settings={settings} save={save} />
      <SpeedMenu speed={settings.speed} save={save} />
    </>
  )
}
