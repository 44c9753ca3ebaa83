import { useEffect, useState } from 'react'
import type { DeviceChoice } from '../../../../shared/settings'
import { DeviceField } from '../settings/device-field'
import type { Save } from '../settings/save'
import type { WatchMicrophones } from './ear'

interface MicrophoneFieldProps {
  readonly chosen: DeviceChoice | null
  readonly watchMicrophones: WatchMicrophones
  readonly save: Save
}

export function MicrophoneField({ chosen, watchMicrophones, save }: MicrophoneFieldProps) {
  const [devices, setDevices] = useState<readonly DeviceChoice[]>([])
  useEffect(() => watchMicrophones(({ microphones }) => setDevices(microphones)), [watchMicrophones])
  return <DeviceField name="microphone" label="Microphone" chosen={chosen} devices={devices} save={(microphone) => save({ microphone })} />
}
