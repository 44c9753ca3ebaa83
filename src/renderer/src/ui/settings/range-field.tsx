import { useEffect, useState } from 'react'
import { Field } from './field'

interface RangeFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly words: (value: number) => string
  readonly save: (value: number) => Promise<string | null>
}

/** A slide along a scale is one change, not fifty: it is saved when it rests. */
const RESTS_AFTER_MS = 400

export function RangeField({ name, label, hint, value, min, max, step, words, save }: RangeFieldProps) {
  const [edit, setEdit] = useState({ base: value, now: value })
  const [problem, setProblem] = useState<string | null>(null)
  const now = edit.base === value ? edit.now : value
  useEffect(() => {
    if (now === value) return
    const timer = setTimeout(() => void save(now).then(setProblem), RESTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [now, value, save])
  return (
    <Field label={`${label}: ${words(now)}`} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          type="range"
          name={name}
          min={min}
          max={max}
          step={step}
          value={now}
          aria-valuetext={words(now)}
          onChange={(event) => setEdit({ base: value, now: Number(event.target.value) })}
        />
      )}
    </Field>
  )
}
