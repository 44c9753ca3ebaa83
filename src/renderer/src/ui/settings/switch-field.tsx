import { useId, useState } from 'react'

interface SwitchFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly save: (checked: boolean) => Promise<string | null>
}

/** On or off, with a line that says what it does. */
export function SwitchField({ name, label, hint, checked, save }: SwitchFieldProps) {
  const notes = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (on: boolean) => setProblem(await save(on))
  return (
    <div className="field">
      <label className="check">
        <input type="checkbox" name={name} checked={checked} aria-describedby={notes} onChange={(event) => void choose(event.target.checked)} />
        {label}
      </label>
      <div id={notes} className="field-notes">
        <p role="alert" className="field-problem">{problem}</p>
        <p className="field-hint">{hint}</p>
      </div>
    </div>
  )
}
