import type { Timers } from '../../../shared/time/timers'

/** The server's own: a stranger to the app has none of its ports. None of them keeps a process alive that is about to end. */
export const serverTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const handle = setTimeout(run, ms).unref()
    return () => clearTimeout(handle)
  },
}

/** Again and again; the answer ends it. */
export function every(ms: number, run: () => void): () => void {
  const handle = setInterval(run, ms)
  return () => clearInterval(handle)
}
