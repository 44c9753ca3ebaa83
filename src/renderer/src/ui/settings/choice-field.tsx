import { type ReactNode, useState } from 'react'
import { Field } from './field'

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

/** One of a few. */
export function ChoiceField<Value extends string | number | null>({ name, label, hint, value, choices, otherWords, save }: ChoiceFieldProps<Value>) {
  const [problem, setProblem] = useState<string | null>(null)
  const all = choices.some((each) => each.value === value) ? choices : [{ value, words: otherWords(value) }, ...choices]
  const choose = async (index: number) => {
    const chosen = all[index]
    if (chosen !== undefined) setProblem(await save(chosen.value))
  }
  return (
    <Field label={label} problem={problem} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <select {...ids} name={name} value={String(all.findIndex((each) => each.value === value))} onChange={(event) => void choose(Number(event.target.value))}>
          {all.map((each, index) => <option key={String(each.value)} value={String(index)}>{each.words}</option>)}
        </select>
      )}
    </Field>
  )
}
