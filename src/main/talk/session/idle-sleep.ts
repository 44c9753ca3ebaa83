import type { Timers } from '../../platform/ports'

const MINUTE_MS = 60_000

/** Closes what nobody uses: an open session may cost money. Told at every change whether there is anything to wait for. */
export class IdleSleep {
  private stopTimer: (() => void) | null = null
  private minutes = 0

  constructor(
    private readonly timers: Timers,
    /** Quiet minutes until sleep; 0: never. */
    private readonly afterMinutes: () => number,
    private readonly sleep: () => void,
  ) {}

  look(idle: boolean): void {
    const minutes = idle ? this.afterMinutes() : 0
    if (minutes === this.minutes) return
    this.minutes = minutes
    this.stopTimer?.()
    this.stopTimer = minutes === 0 ? null : this.timers.after(minutes * MINUTE_MS, () => this.due())
  }

  private due(): void {
    this.minutes = 0
    this.stopTimer = null
    this.sleep()
  }
}
