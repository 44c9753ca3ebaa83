import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

export interface WatchdogHands {
  /** Nothing came for a while: ask for a sign of life. Some servers never ping by themselves. */
  readonly ask: () => void
  /** Nothing came for too long: the socket is dead, whatever it says. */
  readonly silent: () => void
}

/**
 * A socket can be dead without anybody saying so: cable out, laptop moved, server hung. `alive` is called for every frame,
 * so it only reads the clock; the one timer looks at it now and then.
 */
export class Watchdog {
  private lastSign = 0
  private boundMs: number = TUNING.watchdogMs
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly timers: Timers,
    private readonly hands: WatchdogHands,
  ) {}

  start(): void {
    this.boundMs = TUNING.watchdogMs
    this.alive()
    this.arm(TUNING.probeAfterMs)
  }

  alive(): void {
    this.lastSign = this.timers.now()
  }

  /** There is reason to doubt: the next sign of life must come soon. */
  hurry(): void {
    if (this.stopTimer === null) return
    this.stop()
    this.stopTimer = this.timers.after(TUNING.probeSettleMs, () => this.probe())
  }

  stop(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private probe(): void {
    this.boundMs = TUNING.probeBoundMs
    this.alive()
    this.hands.ask()
    this.arm(TUNING.probeBoundMs)
  }

  private arm(ms: number): void {
    this.stop()
    this.stopTimer = this.timers.after(ms, () => this.look())
  }

  private look(): void {
    const quietMs = this.timers.now() - this.lastSign
    if (quietMs >= this.boundMs) {
      this.stop()
      return this.hands.silent()
    }
    this.boundMs = TUNING.watchdogMs
    if (quietMs >= TUNING.probeAfterMs) this.hands.ask()
    this.arm(Math.min(TUNING.probeAfterMs, TUNING.watchdogMs - quietMs))
  }
}
