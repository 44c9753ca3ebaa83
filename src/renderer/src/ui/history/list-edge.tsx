import type { KeyboardEvent, PointerEvent } from 'react'
import { LIST_PX } from '../../../../shared/settings/history'
import { say } from '../../../../shared/words/say'
import type { ListWidth } from './use-list-width'
import './list-edge.css'

const STEP_PX = 10

/** Where a key takes the edge; null: it is no key of an edge. */
export function edgeMove(key: string, px: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return px - STEP_PX
    case 'ArrowRight':
      return px + STEP_PX
    case 'Home':
      return LIST_PX.least
    case 'End':
      return LIST_PX.most
    case 'Enter':
      return LIST_PX.usual
    default:
      return null
  }
}

/** The edge between list and conversation, moved with mouse or keys; a double click puts it back. */
export function ListEdge({ width }: { readonly width: ListWidth }) {
  const held = ({ currentTarget, pointerId }: PointerEvent) => currentTarget.hasPointerCapture(pointerId)
  const keys = (event: KeyboardEvent) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : edgeMove(event.key, width.px)
    if (to === null) return
    event.preventDefault()
    width.keep(to)
  }
  return (
    <div
      role="separator"
      className="list-edge"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('history.list-width')}
      aria-valuemin={LIST_PX.least}
      aria-valuemax={LIST_PX.most}
      aria-valuenow={width.px}
      style={{ left: width.px }}
      data-testid="list-edge"
      onKeyDown={keys}
      onDoubleClick={() => width.keep(LIST_PX.usual)}
      onPointerDown={({ currentTarget, pointerId, button }) => button === 0 && currentTarget.setPointerCapture(pointerId)}
      onPointerMove={(event) => held(event) && width.show(event.clientX)}
      onPointerUp={(event) => held(event) && width.keep(event.clientX)}
      onPointerCancel={() => width.keep(width.px)}
    />
  )
}
