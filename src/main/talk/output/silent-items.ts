import type { ItemId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

/**
 * Items whose end the server has not told. Where nothing more has come of one for long, it is over: a server may never say so. This costs
 * nobody a word, since a piece that comes even later is played all the same.
 */
export class SilentItems {
  private readonly lastAt = new Map<ItemId, number>()
  private readonly bound: Deadline

  constructor(
    private readonly timers: Pick<Timers, 'now' | 'after'>,
    private readonly over: (item: ItemId) => void,
  ) {
    this.bound = new Deadline(timers, () => this.evaluate())
  }

  /** A piece of it came; only the clock is read. */
  came(item: ItemId): void {
    this.lastAt.set(item, this.timers.now())
    this.bound.start(TUNING.silentItemBoundMs)
  }

  ended(item: ItemId): void {
    this.lastAt.delete(item)
    if (this.lastAt.size === 0) this.bound.stop()
  }

  clear(): void {
    this.lastAt.clear()
    this.bound.stop()
  }

  private evaluate(): void {
    const silentSince = this.timers.now() - TUNING.silentItemBoundMs
    for (const [item, at] of this.lastAt) {
      if (at > silentSince) continue
      this.lastAt.delete(item) // whatever becomes of it, it is not looked at again
      this.over(item)
    }
    if (this.lastAt.size > 0) this.bound.renew(Math.min(...this.lastAt.values()) - silentSince)
  }
}
