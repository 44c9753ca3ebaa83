import { performance } from 'node:perf_hooks'
import type { Timers } from '../core/ports'

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const handle = setTimeout(run, ms)
    return () => clearTimeout(handle)
  },
}
