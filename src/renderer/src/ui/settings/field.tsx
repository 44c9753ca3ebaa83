import { type ReactNode, useId } from 'react'
import './field.css'

export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode | undefined
  readonly problem?: string | null
  /** The control stands at the end of the label's line. */
  readonly beside?: boolean
  /** Gets what ties the control to its label, its hint and its problem. */
  readonly children: (ids: FieldIds) => ReactNode
}

export function Field({ label, hint, problem = null, beside = false, children }: FieldProps) {
  const id = useId()
  const notes = `${id}-notes`
  return (
    <div className="field" data-beside={beside}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': notes, 'aria-invalid': problem !== null })}
      <div id={notes} className="field-notes">
        <p role="alert" className="field-problem">{problem}</p>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  )
}
