import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import './segments.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly words: ReactNode
  /** Its whole name, where the words are short. */
  readonly label?: string
}

interface SegmentsProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly disabled?: boolean
  /** Id of what says more about them. */
  readonly describedBy?: string
  readonly choose: (value: Value) => void
}

/** Two to four ways, of which exactly one holds, all in sight. One stop for Tab, arrows between them. */
export function Segments<Value extends string>({ name, label, value, segments, disabled = false, describedBy, choose }: SegmentsProps<Value>) {
  return (
    <RadioGroup className="segments" name={name} aria-label={label} aria-describedby={describedBy} value={value} disabled={disabled} onValueChange={(next) => choose(next)}>
      {segments.map((each) => (
        <Radio.Root key={each.value} value={each.value} className="segment" aria-label={each.label} data-testid={`${name}-${each.value}`}>
          {each.words}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
