import type { Presence } from '../../state/presence'
import './state-line.css'

/** What is, in words. A reason for failure is read out with it; hints are only there to be seen. */
export function StateLine({ presence }: { readonly presence: Presence }) {
  const { face, title, detail } = presence
  const hint = detail !== '' && <span className="state-detail" data-testid="state-detail">{detail}</span>
  return (
    <div className="state-words">
      <p role="status" aria-live="polite" data-testid="state-line" data-state={face}>
        <span className="state-title">{title}</span>
        {face === 'failed' && hint}
      </p>
      {face !== 'failed' && hint}
    </div>
  )
}
