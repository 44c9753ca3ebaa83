import { useEffect, useState } from 'react'
import type { AssistantView } from '../../../../shared/view'

/** Main tells of a wait once; the seconds in between are counted here, so that nobody looks at a number that stands still. */
export function useCountdown(view: AssistantView): AssistantView {
  const { connection } = view
  const attempt = connection.state === 'waiting' ? connection.attempt : null
  const delayMs = connection.state === 'waiting' ? connection.delayMs : 0
  const [leftMs, setLeftMs] = useState(delayMs)
  useEffect(() => {
    if (attempt === null) return
    const end = performance.now() + delayMs
    const tick = () => setLeftMs(Math.max(0, end - performance.now()))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [attempt, delayMs])
  return connection.state === 'waiting' ? { ...view, connection: { ...connection, delayMs: Math.min(leftMs, delayMs) } } : view
}
