import { type ReactNode, useState } from 'react'
import { Select } from '../../parts/controls/select'
import { Field } from '../../parts/controls/field'

export interface Choice<Value> {
  readonly value: Value
  readonly words: string
}

interface ChoiceFieldProps<Value> {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  /** Of a value that is none of the choices: it stands in the file by hand. */
  readonly otherWords: (value: Value) => string
  readonly save: (value: Value) => Promise<string | null>
}

/** One of a list, saved when chosen. */
export function ChoiceField<Value extends string | number | null>({ name, label, hint, value, choices, otherWords, save }: ChoiceFieldProps<Value>) {
  const [problem, setProblem] = useState<string | null>(null)
  const all = choices.some((each) => each.value === value) ? choices : [{ value, words: otherWords(value) }, ...choices]
  const choose = async (key: string) => {
    const chosen = all.find((each) => String(each.value) === key)
    if (chosen !== undefined) setProblem(await save(chosen.value))
  }
  return (
    <Field label={label} problem={problem} hint={hint}>
      {(ids) => (
        <Select
          {...ids}
          name={name}
          value={String(value)}
          choices={all.map((each) => ({ value: String(each.value), words: each.words }))}
          choose={(key) => void choose(key)}
        />
      )}
    </Field>
  )
}
