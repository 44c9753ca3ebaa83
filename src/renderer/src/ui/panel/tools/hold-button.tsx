import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { ToolsView } from '../../../../../shared/tools/view'
import { holdWords } from '../../../words/tools-words'
import { HoldRing } from '../../parts/card/hold-ring'
import { useHeld } from '../../parts/card/use-held'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import './hold-button.css'

interface HoldButtonProps {
  readonly card: NonNullable<ToolsView['card']>
  readonly assistant: Pick<ToolApi, 'holdCard' | 'releaseCard'>
}

const holds = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter'

/** A click does nothing. Main measures the hold, and counts only what a person presses. */
export function HoldButton({ card, assistant }: HoldButtonProps) {
  const { holding, filled } = useHeld(card)
  const { begin, end } = useHand(card.id, assistant)
  return (
    <button
      type="button"
      className="button button-main hold-button"
      data-testid="card-hold"
      data-holding={holding}
      aria-disabled={!card.armed}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={() => end('up')}
      onPointerLeave={() => end('left')}
      onPointerCancel={() => end('left')}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!holds(event)) return
        event.preventDefault()
        if (!event.repeat) begin()
      }}
      onKeyUp={(event) => {
        if (holds(event)) end('up')
      }}
      onBlur={() => end('left')}
    >
      <HoldRing heldMs={card.heldMs} holdMs={card.holdMs} filled={filled} />
      {holdWords(card, holding)}
    </button>
  )
}

/** Down once, up once, whatever the events. A window that is left lets go: the way up will be seen elsewhere. */
function useHand(card: string, { holdCard, releaseCard }: HoldButtonProps['assistant']) {
  const down = useRef(false)
  const begin = () => {
    if (down.current) return
    down.current = true
    holdCard(card)
  }
  const end = useCallback((how: 'up' | 'left') => {
    if (!down.current) return
    down.current = false
    releaseCard(card, how)
  }, [card, releaseCard])
  useEffect(() => {
    const left = () => end('left')
    window.addEventListener('blur', left)
    return () => {
      window.removeEventListener('blur', left)
      left()
    }
  }, [end])
  return { begin, end }
}
