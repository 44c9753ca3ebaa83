import type { Timers } from '../../../../shared/time/timers'

/** Runs later, unless the returned function is called first. */
export type After = Timers['after']
