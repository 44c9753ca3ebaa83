import type { Timers } from '../../../shared/time/timers'

/** The clock and the delays of a page; what runs is stopped by the answer. */
export const pageTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const handle = setTimeout(run, ms)
    return () => clearTimeout(handle)
  },
}

/** Again and again, for what is drawn or looked at; the answer ends it. */
export function every(ms: number, run: () => void): () => void {
  const handle = setInterval(run, ms)
  return () => clearInterval(handle)
}
