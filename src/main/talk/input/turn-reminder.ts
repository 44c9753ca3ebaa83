import type { TurnId } from '../../../shared/ids'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'
import type { TurnState } from '../core/turn/types'

/** Announces the end of a long turn. Told at every change of the turn. */
export class TurnReminder {
  private turn: TurnId | null = null
  private stopTimer: (() => void) | null = null
  private endsAt: number | null = null

  constructor(
    private readonly timers: Timers,
    private readonly longestMs: () => number,
    private readonly remind: () => void,
  ) {}

  /** Milliseconds until the turn ends by itself, once that has been announced. */
  get leftMs(): number | null {
    return this.endsAt === null ? null : Math.max(0, this.endsAt - this.timers.now())
  }

  look(state: TurnState): void {
    const turn = state.name === 'listening' ? state.turn : null
    if (turn === this.turn) return
    this.turn = turn
    this.stopTimer?.()
    this.endsAt = null
    this.stopTimer = turn === null ? null : this.start(this.longestMs())
  }

  private start(longestMs: number): () => void {
    const end = this.timers.now() + longestMs
    return this.timers.after(longestMs * TUNING.reminderShare, () => {
      this.endsAt = end
      this.remind()
    })
  }
}
