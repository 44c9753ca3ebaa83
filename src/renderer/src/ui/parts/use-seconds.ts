import { useEffect, useState } from 'react'
import { every } from '../../time/page-timers'

const TICK_MS = 250

/** Whole seconds since `on` became true, as far as this page has seen. */
export function useSecondsSince(on: boolean): number {
  const [seconds, setSeconds] = useState(0)
  const [was, setWas] = useState(on)
  if (was !== on) {
    setWas(on)
    setSeconds(0)
  }
  useEffect(() => {
    if (!on) return
    const begin = performance.now()
    return every(TICK_MS, () => setSeconds(Math.floor((performance.now() - begin) / 1_000)))
  }, [on])
  return seconds
}

/** "0:04". */
export const clockOf = (seconds: number): string => `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
