import { memo } from 'react'
import { say } from '../../../../../shared/words/say'
import { Icon } from '../../parts/icon'
import '../../parts/tool-line.css'

interface StepsFoldProps {
  readonly id: string
  readonly steps: number
  readonly open: boolean
  /** Where Tab stops. */
  readonly active: boolean
  readonly toggle: (id: string) => void
}

/** Steps that are done and many: what they were is a press away. */
export const StepsFold = memo(function StepsFold({ id, steps, open, active, toggle }: StepsFoldProps) {
  return (
    <li className="item" data-role="assistant" data-kind="tool" data-item={id} tabIndex={active ? 0 : -1} data-testid="steps">
      <div className="tool-line">
        <button type="button" className="tool-line-head" aria-expanded={open} data-panel-open={open ? '' : undefined} tabIndex={active ? 0 : -1} onClick={() => toggle(id)} data-testid="steps-head">
          <span className="tool-line-sign"><Icon name="check" /></span>
          <span className="tool-line-words">{say('panel.steps', { count: steps })}</span>
          <span className="tool-line-fold"><Icon name="chevron-right" /></span>
        </button>
      </div>
    </li>
  )
})
