import { type PointerEvent, useRef } from 'react'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'

interface Drag {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onLostPointerCapture: () => void
}

/** The window's own drag regions need a window manager that moves windows without focus; not all do. So main moves it as we say. */
export function useDrag(move: IndicatorApi['move']): Drag {
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const moved = useRef(false)
  const end = () => {
    if (last.current !== null && moved.current) move({ dx: 0, dy: 0, done: true })
    last.current = null
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button') !== null)) return
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { x: event.screenX, y: event.screenY }
      moved.current = false
    },
    onPointerMove: ({ screenX, screenY }) => {
      if (last.current === null) return
      const [dx, dy] = [Math.round(screenX - last.current.x), Math.round(screenY - last.current.y)]
      if (dx === 0 && dy === 0) return
      last.current = { x: last.current.x + dx, y: last.current.y + dy }
      moved.current = true
      move({ dx, dy, done: false })
    },
    onPointerUp: end,
    onLostPointerCapture: end,
  }
}
