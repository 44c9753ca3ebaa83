import type { TurnId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'
import type { TurnState } from '../core/turn/types'

/** Announces the end of a long turn. Told at every change of the turn. */
export class TurnReminder {
  private turn: TurnId | null = null
  private readonly due: Deadline<number>
  private endsAt: number | null = null

  constructor(
    private readonly timers: Timers,
    private readonly longestMs: () => number,
    private readonly remind: () => void,
  ) {
    this.due = new Deadline(timers, (end) => {
      this.endsAt = end
      this.remind()
    })
  }

  /** Milliseconds until the turn ends by itself, once that has been announced. */
  get leftMs(): number | null {
    return this.endsAt === null ? null : Math.max(0, this.endsAt - this.timers.now())
  }

  evaluate(state: TurnState): void {
    const turn = state.name === 'listening' ? state.turn : null
    if (turn === this.turn) return
    this.turn = turn
    this.endsAt = null
    if (turn === null) return this.due.stop()
    const longestMs = this.longestMs()
    this.due.renew(longestMs * TUNING.reminderShare, this.timers.now() + longestMs)
  }
}
