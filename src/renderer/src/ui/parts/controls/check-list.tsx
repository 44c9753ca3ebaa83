import { Checkbox } from '@base-ui/react/checkbox'
import { type FieldIds, labelOf } from './field'
import './radio-list.css'

interface CheckListProps {
  /** Of its field, which is a group. */
  readonly ids: FieldIds
  readonly name: string
  readonly chosen: readonly string[]
  readonly choices: readonly { readonly value: string; readonly words: string }[]
  readonly choose: (chosen: readonly string[]) => void
}

/** Some things, of which any may hold, one below the other. */
export function CheckList({ name, chosen, choices, choose, ids }: CheckListProps) {
  const turn = (value: string, on: boolean) => choose(choices.flatMap((each) => ((each.value === value ? on : chosen.includes(each.value)) ? [each.value] : [])))
  return (
    <div id={ids.id} aria-labelledby={labelOf(ids.id)} aria-describedby={ids['aria-describedby']} className="radio-list" role="group">
      {choices.map(({ value, words }, place) => (
        <label key={value} className="radio-row">
          <Checkbox.Root className="check" checked={chosen.includes(value)} onCheckedChange={(on) => turn(value, on)} data-testid={`${name}-${String(place)}`}>
            <Checkbox.Indicator>✓</Checkbox.Indicator>
          </Checkbox.Root>
          {words}
        </label>
      ))}
    </div>
  )
}
