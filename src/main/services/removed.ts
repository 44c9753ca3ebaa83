import type { AppError } from '../../shared/errors'
import { ok, type Result } from '../../shared/result'
import type { HistoryStore } from '../core/ports'

/** Who offers to bring back what was deleted. */
export type Offering = 'panel' | 'history'

/** A purge takes everything that was deleted, whoever did it: it waits until nobody offers an Undo any more. */
export class Removed {
  private readonly offering = new Set<Offering>()

  constructor(private readonly store: Pick<HistoryStore, 'purge'>) {}

  /** Before anything is deleted. */
  offered(by: Offering): void {
    this.offering.add(by)
  }

  /** That one cannot be undone any more. */
  async over(by: Offering): Promise<Result<null, AppError>> {
    this.offering.delete(by)
    return this.offering.size === 0 ? this.store.purge() : ok(null)
  }
}
