import { useId, useState } from 'react'
import { Slider } from '../../parts/controls/slider'
import { FieldNotes } from '../../parts/controls/field'

interface RangeFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly words: (value: number) => string
  readonly save: (value: number) => Promise<string | null>
}

/** A slide along a scale is one change, not fifty: it is saved when it is let go. */
export function RangeField({ hint, value, save, ...slider }: RangeFieldProps) {
  const notes = useId()
  const [edit, setEdit] = useState({ base: value, now: value })
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (wanted: number) => setProblem(await save(wanted))
  return (
    <div className="field">
      <Slider
        {...slider}
        describedBy={notes}
        value={edit.base === value ? edit.now : value}
        change={(now) => setEdit({ base: value, now })}
        settle={(wanted) => void settle(wanted)}
      />
      <FieldNotes id={notes} problem={problem} hint={hint} />
    </div>
  )
}
