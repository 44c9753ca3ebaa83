import type { AppError } from '../../shared/errors'
import type { Keeping } from '../../shared/settings'
import type { HistoryStore, Timers, WallClock } from '../core/ports'

const DAY_MS = 24 * 60 * 60 * 1_000
/** A machine that is never switched off still forgets, within a quarter of a day. */
const LOOK_EVERY_MS = DAY_MS / 4

const DAYS: Readonly<Record<Keeping, number | null>> = { forever: null, '90-days': 90, '30-days': 30, '7-days': 7, nothing: null }

export interface RetentionParts {
  readonly store: Pick<HistoryStore, 'forget'>
  readonly keeping: () => Keeping
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly notify: (error: AppError) => void
  readonly changed: () => void
}

/** Old talks go when their time is over. `nothing` writes nothing new, and leaves what is there to "Delete everything". */
export class Retention {
  private stopTimer: (() => void) | null = null
  private clockOffset: number | null = null

  constructor(private readonly parts: RetentionParts) {}

  async look(): Promise<void> {
    this.stopTimer?.()
    this.stopTimer = this.parts.timers.after(LOOK_EVERY_MS, () => void this.look())
    const days = DAYS[this.parts.keeping()]
    if (days === null || this.clockJumped()) return
    const forgotten = await this.parts.store.forget(this.parts.wallClock() - days * DAY_MS)
    if (!forgotten.ok) return this.parts.notify(forgotten.error)
    if (forgotten.value > 0) this.parts.changed()
  }

  /** A clock set forward by mistake must not take anything with it: a jump is believed at the next look. */
  private clockJumped(): boolean {
    const offset = this.parts.wallClock() - this.parts.timers.now()
    const jumped = this.clockOffset !== null && Math.abs(offset - this.clockOffset) > DAY_MS
    this.clockOffset = offset
    return jumped
  }

  stop(): void {
    this.stopTimer?.()
  }
}
