import type { StatusWords } from '../../words/status-words'
import './status-line.css'

/** What is, in words. A reason for failure is read out with it; hints are only there to be seen. */
export function StatusLine({ words }: { readonly words: StatusWords }) {
  const { status, title, detail } = words
  const hint = detail !== '' && <span className="status-detail" data-testid="state-detail">{detail}</span>
  return (
    <div className="status-words">
      <p role="status" aria-live="polite" data-testid="state-line" data-state={status}>
        <span className="status-title">{title}</span>
        {status === 'failed' && hint}
      </p>
      {status !== 'failed' && hint}
    </div>
  )
}
