import type { ApiError } from '../../../shared/errors/classify-error'
import type { TurnId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { retryDelayMs } from '../core/realtime/answer-retry'
import type { RateLimit } from '../core/realtime/server-event'

export interface RetryEffects {
  /** One more `response.create` for this turn. */
  readonly ask: (turn: TurnId) => void
}

/** An answer that failed for no fault of the question is asked for again: at most one waits, since there is one turn. */
export class AnswerRetries {
  private turn: TurnId | null = null
  private attempts = 0
  private readonly pause: Deadline<TurnId>
  private known: readonly RateLimit[] = []
  private knownAt = 0

  constructor(
    effects: RetryEffects,
    private readonly timers: Timers,
  ) {
    this.pause = new Deadline(timers, (turn) => effects.ask(turn))
  }

  /**
   * Ms until it is asked for again; null: it is not, the failure stands. `attemptStarted`: its first sound was played, and
   * nobody wants to hear it twice.
   */
  failed(turn: TurnId, error: ApiError | null, attemptStarted: boolean): number | null {
    if (turn !== this.turn) this.cancel()
    const waitMs = attemptStarted ? null : retryDelayMs(error, this.attempts + 1, this.limitsNow())
    if (waitMs === null) {
      this.cancel()
      return null
    }
    this.turn = turn
    this.attempts += 1
    this.pause.renew(waitMs, turn)
    return waitMs
  }

  /** Of `rate_limits.updated`: what is left, and when it is whole again. */
  limits(limits: readonly RateLimit[]): void {
    this.known = limits
    this.knownAt = this.timers.now()
  }

  /** The turn is given up, a new one begins, or the connection is gone. */
  cancel(): void {
    this.pause.stop()
    this.turn = null
    this.attempts = 0
  }

  answered(turn: TurnId): void {
    if (turn === this.turn) this.cancel()
  }

  /** Part of the time to a reset has passed since it was told; what is whole again by now limits nothing. */
  private limitsNow(): readonly RateLimit[] {
    const passedSeconds = (this.timers.now() - this.knownAt) / 1_000
    return this.known.flatMap((limit) => {
      const left = (limit.resetSeconds ?? 0) - passedSeconds
      return left > 0 ? [{ ...limit, resetSeconds: left }] : []
    })
  }
}
