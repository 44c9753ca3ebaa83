import { type ReactNode, useState } from 'react'
import { Switch } from '../../parts/controls/switch'
import { Field } from '../../parts/controls/field'

interface SwitchFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly save: (checked: boolean) => Promise<string | null>
}

/** On or off, saved when turned. */
export function SwitchField({ name, label, hint, checked, save }: SwitchFieldProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const turn = async (on: boolean) => setProblem(await save(on))
  return (
    <Field label={label} problem={problem} hint={hint} beside>
      {(ids) => <Switch {...ids} name={name} on={checked} turn={(on) => void turn(on)} />}
    </Field>
  )
}
