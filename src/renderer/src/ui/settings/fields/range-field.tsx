import { useId, useRef, useState } from 'react'
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
  const [edit, setEdit] = useState({ base: value, now: value, held: false })
  const [problem, setProblem] = useState<string | null>(null)
  const steps = useRef(0)
  const change = (now: number) => {
    steps.current += 1
    setEdit({ base: value, now, held: true })
  }
  const settle = async (wanted: number) => {
    const settled = steps.current
    setProblem(await save(wanted))
    // Quick keys are ahead of what is saved: what comes back of an earlier step takes none of theirs.
    if (settled === steps.current) setEdit((last) => ({ ...last, held: false }))
  }
  return (
    <div className="field">
      <Slider
        {...slider}
        describedBy={notes}
        value={edit.held || edit.base === value ? edit.now : value}
        change={change}
        settle={(wanted) => void settle(wanted)}
      />
      <FieldNotes id={notes} problem={problem} hint={hint} />
    </div>
  )
}
