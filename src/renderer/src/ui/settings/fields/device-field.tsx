import { useState } from 'react'
import type { DeviceChange } from '../../../../../shared/audio/device-change'
import type { DevicePreference, ListedDevice } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { type Choice, Select } from '../../parts/controls/select'
import { inUse, presentIn } from './device-order'
import { DeviceOrder } from './device-order-list'
import { Field } from '../../parts/controls/field'

interface DeviceFieldProps {
  readonly name: 'microphone' | 'speaker'
  readonly label: string
  readonly preference: DevicePreference
  readonly devices: readonly ListedDevice[]
  /** What the system uses; null: nobody knows. */
  readonly system: ListedDevice | null
  readonly save: (change: DeviceChange) => Promise<string | null>
}

const SYSTEM = 'system'

const choicesOf = (devices: readonly ListedDevice[], system: ListedDevice | null, missing: DevicePreference['preferred'][number] | null): readonly Choice[] => [
  { value: SYSTEM, words: system === null ? say('settings.device-default') : say('settings.device-default-named', { device: system.label }) },
  ...(missing === null ? [] : [{ value: missing.id, words: missing.label, disabled: true }]),
  ...devices.map(({ id, label }) => ({ value: id, words: label })),
]

/** One device to choose; what was chosen before stays in a list behind it, in the order of preference. */
export function DeviceField({ name, label, preference, devices, system, save }: DeviceFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (next: DeviceChange) => setProblem(await save(next))
  const choose = (id: string) => {
    const device = devices.find((each) => each.id === id)
    void change(device === undefined ? { kind: 'follow-system' } : { kind: 'prefer', device: { id: device.id, label: device.label } })
  }
  const first = preference.followSystem ? undefined : preference.preferred[0]
  const missing = first !== undefined && presentIn(devices, first) === null ? first : null
  const shown = first === undefined ? SYSTEM : (presentIn(devices, first) ?? first).id
  return (
    <>
      <Field label={label} problem={problem} hint={hintOf(preference, devices, system)}>
        {(ids) => <Select {...ids} name={name} value={shown} choices={choicesOf(devices, system, missing)} choose={choose} />}
      </Field>
      {first !== undefined && (preference.preferred.length > 1 || missing !== null) && (
        <DeviceOrder name={name} preference={preference} devices={devices} change={(next) => void change(next)} />
      )}
    </>
  )
}

const channelHint = (device: ListedDevice | null): string | undefined =>
  device?.oneChannel === true ? say('settings.one-channel') : undefined

/** What the choice alone does not say: that another device is in use, and what becomes of a microphone. */
function hintOf(preference: DevicePreference, devices: readonly ListedDevice[], system: ListedDevice | null): string | undefined {
  const first = preference.followSystem ? undefined : preference.preferred[0]
  if (first === undefined) {
    const avoided = system?.bluetooth === true && devices.some(({ bluetooth }) => !bluetooth)
    return avoided ? say('settings.device-avoided') : channelHint(system)
  }
  if (presentIn(devices, first) !== null) return channelHint(inUse(preference, devices, system))
  const now = inUse(preference, devices, system)
  return now === null ? say('settings.device-missing') : say('settings.device-missing-uses', { device: now.label })
}
