import { useEffect, useState } from 'react'
import { every } from '../../time/page-timers'

const STEP_MS = 10_000

/** The time, as far as it matters whether something has run out. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => every(STEP_MS, () => setNow(Date.now())), [])
  return now
}
