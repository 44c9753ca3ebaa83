import type { ReactNode } from 'react'
import './field.css'

interface GroupProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | null
  readonly children: ReactNode
}

/** Like a Field, around something that names itself: a row of choices, several controls. */
export function Group({ label, hint, problem = null, children }: GroupProps) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">{label}</span>
      <div className="field-controls">{children}</div>
      <div className="field-notes">
        <p role="alert" className="field-problem">{problem}</p>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  )
}
