import type { MouseEvent, PointerEvent } from 'react'
import type { Status } from '../../../../shared/status'
import type { Hold } from '../../state/panel/hold'
import { StatusMark } from '../parts/mark/status-mark'
import './talk-button.css'

interface TalkButtonProps {
  readonly status: Status
  readonly label: string
  readonly hold: Hold
  /** A click without a pointer (Enter, screen readers) cannot hold: it starts, and the next one ends. */
  readonly toggle: () => void
}

export function TalkButton({ status, label, hold, toggle }: TalkButtonProps) {
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    hold.begin('pointer')
  }
  const up = () => hold.end('pointer')
  const click = (event: MouseEvent) => {
    if (event.detail === 0) toggle()
  }
  return (
    <button
      type="button"
      className="talk-button"
      data-testid="talk-button"
      data-talk
      data-status={status}
      aria-label={label}
      onPointerDown={down}
      onPointerUp={up}
      onPointerCancel={up}
      onLostPointerCapture={up}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={click}
    >
      <StatusMark status={status} />
    </button>
  )
}
