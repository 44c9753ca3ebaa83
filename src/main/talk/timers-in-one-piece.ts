import type { Timers } from '../platform/ports'

/** What a timer begins is done, with all facts that it leads to, before anything else begins. */
export const timersInOnePiece = (timers: Timers, act: (work: () => void) => void): Timers => ({
  now: () => timers.now(),
  after: (ms, run) => timers.after(ms, () => act(run)),
})
