import { useEffect, useState } from 'react'

/** What takes no time shall not flash words. */
const LATE_MS = 150

/** True once the component has waited for longer than a moment. */
export function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  return late
}
