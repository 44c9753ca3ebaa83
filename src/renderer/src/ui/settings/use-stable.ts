import { useCallback, useLayoutEffect, useRef } from 'react'

/** One function for ever, which always does what the newest one would: timers that wait for it need not begin again. */
export function useStable<Args extends readonly unknown[], Answer>(newest: (...args: Args) => Answer): (...args: Args) => Answer {
  const current = useRef(newest)
  useLayoutEffect(() => {
    current.current = newest
  })
  return useCallback((...args: Args) => current.current(...args), [])
}
