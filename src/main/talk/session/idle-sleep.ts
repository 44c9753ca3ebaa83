import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'

const MINUTE_MS = 60_000

/** Closes what nobody uses: an open session may cost money. Told at every change whether there is anything to wait for. */
export class IdleSleep {
  private readonly bound: Deadline
  private minutes = 0

  constructor(
    timers: Timers,
    /** Quiet minutes until sleep; 0: never. */
    private readonly afterMinutes: () => number,
    sleep: () => void,
  ) {
    this.bound = new Deadline(timers, () => {
      this.minutes = 0
      sleep()
    })
  }

  evaluate(idle: boolean): void {
    const minutes = idle ? this.afterMinutes() : 0
    if (minutes === this.minutes) return
    this.minutes = minutes
    if (minutes === 0) this.bound.stop()
    else this.bound.renew(minutes * MINUTE_MS)
  }
}
