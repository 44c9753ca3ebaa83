import { useEffect, useState } from 'react'
import type { DeviceChoice, Settings } from '../../../../shared/settings'
import { DeviceField } from './device-field'
import type { Save } from './save'
import { SwitchField } from './switch-field'

export interface Devices {
  readonly microphones: readonly DeviceChoice[]
  readonly speakers: readonly DeviceChoice[]
}

/** Tells the lists now and on every change; returns its unsubscribe. */
export type WatchDevices = (listener: (devices: Devices) => void) => () => void

interface SoundFieldsProps {
  readonly settings: Settings
  readonly save: Save
  readonly watchDevices: WatchDevices
}

export function SoundFields({ settings, save, watchDevices }: SoundFieldsProps) {
  const [devices, setDevices] = useState<Devices>({ microphones: [], speakers: [] })
  useEffect(() => watchDevices(setDevices), [watchDevices])
  return (
    <>
      <DeviceField
        name="microphone"
        label="Microphone"
        chosen={settings.microphone}
        devices={devices.microphones}
        save={(microphone) => save({ microphone })}
      />
      <DeviceField
        name="speaker"
        label="Loudspeaker"
        chosen={settings.speaker}
        devices={devices.speakers}
        save={(speaker) => save({ speaker })}
      />
      <SwitchField name="earcons" label="Short sounds when listening starts and ends" checked={settings.earcons} save={(earcons) => save({ earcons })} />
    </>
  )
}
