import { useEffect, useState } from 'react'
import { every } from '../../time/page-timers'

const SECOND_MS = 1_000

/** How long it has been shown. Nobody needs it read out. */
export function TurnTimer() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = performance.now()
    return every(SECOND_MS / 4, () => setSeconds(Math.floor((performance.now() - began) / SECOND_MS)))
  }, [])
  return <span className="pill-time" aria-hidden="true" data-testid="pill-time">{`${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`}</span>
}
