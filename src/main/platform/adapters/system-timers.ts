import { performance } from 'node:perf_hooks'
import type { Timers } from '../ports'

/** Node counts whole milliseconds and drops what is begun, at both ends: without one more, a timer runs up to 1 ms early by `now`. */
const neverEarly = (ms: number): number => Math.ceil(ms) + 1

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const handle = setTimeout(run, neverEarly(ms))
    return () => clearTimeout(handle)
  },
}
