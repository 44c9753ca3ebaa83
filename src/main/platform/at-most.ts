import type { Timers } from './ports'

/** Until it is done, or so long; it goes on behind that. */
export const atMost = (work: Promise<void>, ms: number, timers: Timers): Promise<void> => Promise.race([work, new Promise<void>((resolve) => timers.after(ms, resolve))])
