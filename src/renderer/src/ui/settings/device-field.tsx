import { useState } from 'react'
import type { DeviceChoice } from '../../../../shared/settings'
import { type Choice, Select } from '../parts/select'
import { Field } from './field'

interface DeviceFieldProps {
  readonly name: 'microphone' | 'speaker'
  readonly label: string
  readonly chosen: DeviceChoice | null
  readonly devices: readonly DeviceChoice[]
  readonly save: (device: DeviceChoice | null) => Promise<string | null>
}

const SYSTEM = 'system'

/** Chromium rotates ids: the label finds a device again whose id is gone. */
const present = (chosen: DeviceChoice, devices: readonly DeviceChoice[]): DeviceChoice | undefined =>
  devices.find(({ id }) => id === chosen.id) ?? devices.find(({ label }) => label === chosen.label)

export function DeviceField({ name, label, chosen, devices, save }: DeviceFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const shown = chosen === null ? null : (present(chosen, devices) ?? null)
  const missing = chosen !== null && shown === null ? chosen : null
  const choose = async (id: string) => setProblem(await save(devices.find((device) => device.id === id) ?? null))
  return (
    <Field label={label} problem={problem} {...(missing !== null && { hint: 'Not plugged in now; the system default is used.' })}>
      {(ids) => (
        <Select {...ids} name={name} value={shown?.id ?? missing?.id ?? SYSTEM} choices={choicesOf(devices, missing)} choose={(id) => void choose(id)} />
      )}
    </Field>
  )
}

const choicesOf = (devices: readonly DeviceChoice[], missing: DeviceChoice | null): readonly Choice[] => [
  { value: SYSTEM, words: 'System default' },
  ...(missing === null ? [] : [{ value: missing.id, words: missing.label, disabled: true }]),
  ...devices.map(({ id, label }) => ({ value: id, words: label })),
]
