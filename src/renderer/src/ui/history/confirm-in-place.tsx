import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '../parts/button'
import './confirm-in-place.css'

interface ConfirmInPlaceProps {
  /** The button that asks. */
  readonly words: string
  readonly question: ReactNode
  readonly yes: string
  readonly confirm: () => void
  readonly testId: string
  readonly disabled?: boolean
  /** Buttons that make room for the question. */
  readonly beside?: ReactNode
}

/** Two steps where undo is impossible. The focus goes to "Keep": a second Enter does no harm. */
export function ConfirmInPlace({ words, question, yes, confirm, testId, disabled = false, beside }: ConfirmInPlaceProps) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <div className="confirm">
        {beside}
        <Button onClick={() => setAsking(true)} disabled={disabled} data-danger data-testid={testId}>{words}</Button>
      </div>
    )
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    setAsking(false)
  }
  return (
    <div className="confirm" role="alertdialog" aria-label={words} onKeyDown={escape}>
      <p className="confirm-question">{question}</p>
      <Button
        onClick={() => {
          setAsking(false)
          confirm()
        }}
        data-danger="strong"
        data-testid={`confirm-${testId}`}
      >
        {yes}
      </Button>
      <Button onClick={() => setAsking(false)} autoFocus data-testid={`keep-${testId}`}>Keep</Button>
    </div>
  )
}
