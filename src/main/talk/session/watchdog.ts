import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

export interface WatchdogEffects {
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
  private readonly next: Deadline<'evaluate' | 'probe'>

  constructor(
    private readonly timers: Timers,
    private readonly effects: WatchdogEffects,
  ) {
    this.next = new Deadline(timers, (what) => this[what]())
  }

  start(): void {
    this.boundMs = TUNING.watchdogMs
    this.alive()
    this.next.renew(TUNING.probeAfterMs, 'evaluate')
  }

  alive(): void {
    this.lastSign = this.timers.now()
  }

  /** There is reason to doubt: the next sign of life must come soon. */
  hurry(): void {
    if (this.next.isRunning) this.next.renew(TUNING.probeSettleMs, 'probe')
  }

  stop(): void {
    this.next.stop()
  }

  private probe(): void {
    this.boundMs = TUNING.probeBoundMs
    this.alive()
    this.effects.ask()
    this.next.renew(TUNING.probeBoundMs, 'evaluate')
  }

  private evaluate(): void {
    const quietMs = this.timers.now() - this.lastSign
    if (quietMs >= this.boundMs) return this.effects.silent()
    this.boundMs = TUNING.watchdogMs
    if (quietMs >= TUNING.probeAfterMs) this.effects.ask()
    this.next.renew(Math.min(TUNING.probeAfterMs, TUNING.watchdogMs - quietMs), 'evaluate')
  }
}
