import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import './radio-list.css'

interface RadioListProps<Value extends string> {
  readonly name: string
  readonly title: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly words: string }[]
  readonly choose: (value: Value) => void
}

/** Some ways, of which exactly one holds, one below the other. One stop for Tab, arrows between them. */
export function RadioList<Value extends string>({ name, title, value, choices, choose }: RadioListProps<Value>) {
  const id = useId()
  return (
    <>
      <h2 id={id}>{title}</h2>
      <RadioGroup className="radio-list" name={name} aria-labelledby={id} value={value} onValueChange={(next) => choose(next)}>
        {choices.map((each) => (
          <label key={each.value} className="radio-row">
            <Radio.Root value={each.value} className="radio" data-testid={`${name}-${each.value}`} />
            {each.words}
          </label>
        ))}
      </RadioGroup>
    </>
  )
}
