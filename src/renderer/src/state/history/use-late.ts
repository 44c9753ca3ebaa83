import { useEffect, useState } from 'react'
import { pageTimers } from '../../time/page-timers'

/** What takes no time shall not flash words. */
const LATE_MS = 150

/** True once the component has waited for longer than a moment. */
export function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => pageTimers.after(LATE_MS, () => setLate(true)), [])
  return late
}
