import { useId, useState } from 'react'
import { type Segment, Segments } from '../../parts/controls/segments'
import { Group } from './group'

interface SegmentFieldProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly save: (value: Value) => Promise<string | null>
}

/** Two to four ways, all in sight, saved when chosen. */
export function SegmentField<Value extends string>({ name, label, hint, value, segments, save }: SegmentFieldProps<Value>) {
  const notes = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (next: Value) => setProblem(await save(next))
  return (
    <Group label={label} hint={hint} problem={problem} notes={notes}>
      <Segments name={name} label={label} describedBy={notes} value={value} segments={segments} choose={(next) => void choose(next)} />
    </Group>
  )
}
