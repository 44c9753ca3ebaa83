import { useEffect, useState } from 'react'
import type { AssistantView } from '../../../../shared/view'
import { every } from '../../time/page-timers'

const TICK_MS = 250

/** Main tells of a wait once; the time in between is counted here, so that nobody looks at a number that stands still. */
export function useCountdown(view: AssistantView): AssistantView {
  const { connection, turnEndsInMs } = view
  const attempt = connection.state === 'waiting' ? connection.attempt : null
  const delayMs = useTimeLeft(connection.state === 'waiting' ? connection.delayMs : null, attempt)
  const endsInMs = useTimeLeft(turnEndsInMs, null)
  const counted = turnEndsInMs === null ? view : { ...view, turnEndsInMs: endsInMs }
  return connection.state === 'waiting' ? { ...counted, connection: { ...connection, delayMs } } : counted
}

/** What is left of `ms`. `about`: another one is another wait, be it as long as the last. */
export function useTimeLeft(ms: number | null, about: number | null): number {
  const [left, setLeft] = useState(ms ?? 0)
  useEffect(() => {
    if (ms === null) return
    const end = performance.now() + ms
    const tick = () => setLeft(Math.max(0, end - performance.now()))
    tick()
    return every(TICK_MS, tick)
  }, [ms, about])
  return Math.min(left, ms ?? 0)
}
