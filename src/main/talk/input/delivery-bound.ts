import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

export interface DeliveryEffects {
  /** Speech or text waits for a server. */
  readonly waits: () => boolean
  readonly isReady: () => boolean
  /** Nobody refused us; perhaps somebody is there by now. */
  readonly tryAgain: () => void
  readonly undelivered: () => void
}

/** How long a question waits for a connection: as long as the person chose, however often the connection has given up by then. */
export class DeliveryBound {
  private readonly bound: Deadline
  private readonly retry: Deadline

  constructor(
    timers: Timers,
    private readonly boundMs: () => number,
    private readonly effects: DeliveryEffects,
  ) {
    this.bound = new Deadline(timers, () => this.passed())
    this.retry = new Deadline(timers, () => this.effects.waits() && this.effects.tryAgain())
  }

  /** A question is complete. With a connection that is there the server has it at once, and the turn's own bound counts. */
  start(): void {
    this.stop()
    if (!this.effects.isReady()) this.bound.start(this.boundMs())
  }

  /** The connection broke under a question. */
  lost(): void {
    if (this.effects.waits()) this.bound.start(this.boundMs())
  }

  /** The connection has given up without being refused. True: the question goes on waiting, and it is tried again. */
  exhausted(): boolean {
    if (!this.bound.isRunning || !this.effects.waits()) return false
    this.retry.renew(TUNING.againAfterMs)
    return true
  }

  stop(): void {
    this.bound.stop()
    this.retry.stop()
  }

  private passed(): void {
    this.retry.stop()
    if (this.effects.waits() && !this.effects.isReady()) this.effects.undelivered()
  }
}
