import type { DeviceLists, MicrophoneSettings } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import type { ReadonlyStore } from '../../../store/store'
import { useStore } from '../../../store/use-store'
import { DeviceField } from '../../settings/fields/device-field'
import type { Save } from '../../settings/fields/save'

interface MicrophoneFieldProps {
  readonly chosen: MicrophoneSettings
  readonly devices: ReadonlyStore<DeviceLists>
  readonly save: Save
}

export function MicrophoneField({ chosen, devices, save }: MicrophoneFieldProps) {
  const { microphones, systemMicrophone } = useStore(devices)
  return (
    <DeviceField
      name="microphone"
      label={say('settings.microphone')}
      preference={chosen}
      devices={microphones}
      system={systemMicrophone}
      save={(device) => save({ microphone: { device } })}
    />
  )
}
