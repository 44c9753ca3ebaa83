import { useEffect, useState } from 'react'
import { every } from '../../time/page-timers'

const MINUTE_MS = 60_000

/** Changes at midnight, so that "Today" never means yesterday in a window that was left open. */
export function useToday(): Date {
  const [today, setToday] = useState(() => new Date())
  useEffect(() => {
    const tick = () => setToday((before) => (before.toDateString() === new Date().toDateString() ? before : new Date()))
    return every(MINUTE_MS, tick)
  }, [])
  return today
}
