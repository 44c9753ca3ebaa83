import type { ReactNode } from 'react'
import { FieldNotes } from '../../parts/controls/field'

interface GroupProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | null
  /** Id of what stands below, for what it describes. */
  readonly notes?: string
  readonly children: ReactNode
}

/** Like a Field, around something that names itself: a row of choices, several controls. */
export function Group({ label, hint, problem = null, notes, children }: GroupProps) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">{label}</span>
      <div className="field-controls">{children}</div>
      <FieldNotes id={notes} problem={problem} hint={hint} />
    </div>
  )
}
