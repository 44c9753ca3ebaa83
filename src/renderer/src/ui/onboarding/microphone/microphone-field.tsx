import { useEffect, useState } from 'react'
import type { DeviceLists, MicrophoneSettings } from '../../../../../shared/sound-settings'
import { DeviceField } from '../../settings/fields/device-field'
import type { Save } from '../../settings/fields/save'
import type { WatchMicrophones } from './ear'

interface MicrophoneFieldProps {
  readonly chosen: MicrophoneSettings
  readonly watchMicrophones: WatchMicrophones
  readonly save: Save
}

export function MicrophoneField({ chosen, watchMicrophones, save }: MicrophoneFieldProps) {
  const [devices, setDevices] = useState<Pick<DeviceLists, 'microphones' | 'systemMicrophone'>>({ microphones: [], systemMicrophone: null })
  useEffect(() => watchMicrophones(setDevices), [watchMicrophones])
  return (
    <DeviceField
      name="microphone"
      label="Microphone"
      preference={chosen}
      devices={devices.microphones}
      system={devices.systemMicrophone}
      save={(microphone) => save({ microphone })}
    />
  )
}
