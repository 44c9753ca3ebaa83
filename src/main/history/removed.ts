import type { AppError } from '../../shared/errors/errors'
import { ok, type Result } from '../../shared/result'
import type { HistoryStore } from './core/ports'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'

/** Both windows offer to undo for 10 s, the panel longer while somebody points at the offer. */
const OFFERED_MS = 60_000

/** Who offers to bring back what was deleted. */
export type Offering = 'panel' | 'history'

/** A purge takes everything that was deleted, whoever did it: it waits until nobody offers an Undo any more. */
export class Removed {
  private readonly offering = new Map<Offering, Deadline>()

  constructor(
    private readonly store: Pick<HistoryStore, 'purge'>,
    private readonly timers: Timers,
  ) {}

  /** Before anything is deleted. */
  offered(by: Offering): void {
    const deadline = this.offering.get(by) ?? new Deadline(this.timers, () => void this.over(by))
    this.offering.set(by, deadline)
    deadline.renew(OFFERED_MS)
  }

  /** That one cannot be undone any more. */
  async over(by: Offering): Promise<Result<null, AppError>> {
    this.offering.get(by)?.stop()
    this.offering.delete(by)
    return this.offering.size === 0 ? this.store.purge() : ok(null)
  }
}
