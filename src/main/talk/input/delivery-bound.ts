import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

export interface DeliveryHands {
  /** Speech or text waits for a server. */
  readonly waits: () => boolean
  readonly isReady: () => boolean
  /** Nobody refused us; perhaps somebody is there by now. */
  readonly tryAgain: () => void
  readonly undelivered: () => void
}

/** How long a question waits for a connection: as long as the person chose, however often the connection has given up by then. */
export class DeliveryBound {
  private stopBound: (() => void) | null = null
  private stopRetry: (() => void) | null = null

  constructor(
    private readonly timers: Timers,
    private readonly boundMs: () => number,
    private readonly hands: DeliveryHands,
  ) {}

  /** A question is complete. With a connection that is there the server has it at once, and the turn's own bound counts. */
  start(): void {
    this.stop()
    if (!this.hands.isReady()) this.wait()
  }

  /** The connection broke under a question. */
  lost(): void {
    if (this.stopBound === null && this.hands.waits()) this.wait()
  }

  /** The connection has given up without being refused. True: the question goes on waiting, and it is tried again. */
  exhausted(): boolean {
    if (this.stopBound === null || !this.hands.waits()) return false
    this.stopRetry?.()
    this.stopRetry = this.timers.after(TUNING.againAfterMs, () => this.hands.waits() && this.hands.tryAgain())
    return true
  }

  stop(): void {
    this.stopBound?.()
    this.stopRetry?.()
    this.stopBound = null
    this.stopRetry = null
  }

  private wait(): void {
    this.stopBound = this.timers.after(this.boundMs(), () => {
      this.stop()
      if (this.hands.waits() && !this.hands.isReady()) this.hands.undelivered()
    })
  }
}
