import { type ReactNode, useId } from 'react'
import './field.css'

export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | null
  /** The control is many, so the label names them all and belongs to none. */
  readonly isGroup?: boolean
  /** The control stands at the end of the label's line. */
  readonly beside?: boolean
  /** Gets what ties the control to its label, its hint and its problem. */
  readonly children: (ids: FieldIds) => ReactNode
}

/** Of a control that is many. */
export const labelOf = (id: string): string => `${id}-name`

export function Field({ label, hint, problem = null, beside = false, isGroup = false, children }: FieldProps) {
  const id = useId()
  const notes = `${id}-notes`
  return (
    <div className="field" data-beside={beside}>
      {isGroup ? <span id={labelOf(id)} className="field-label">{label}</span> : <label htmlFor={id}>{label}</label>}
      {children({ id, 'aria-describedby': notes, 'aria-invalid': problem !== null })}
      <FieldNotes id={notes} problem={problem} hint={hint} />
    </div>
  )
}

interface FieldNotesProps {
  readonly id: string | undefined
  readonly problem: string | null
  readonly hint: ReactNode
}

/** What stands under a control: why it was not kept, and what it is for. */
export function FieldNotes({ id, problem, hint }: FieldNotesProps) {
  return (
    <div id={id} className="field-notes">
      <p role="alert" className="field-problem">{problem}</p>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  )
}
