import type { ItemId } from '../../../shared/ids'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

/**
 * Items whose end the server has not told. Where nothing more has come of one for long, it is over: a server may never say so. This costs
 * nobody a word, since a piece that comes even later is played all the same.
 */
export class SilentItems {
  private readonly lastAt = new Map<ItemId, number>()
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly timers: Pick<Timers, 'now' | 'after'>,
    private readonly over: (item: ItemId) => void,
  ) {}

  /** A piece of it came; only the clock is read. */
  came(item: ItemId): void {
    this.lastAt.set(item, this.timers.now())
    if (this.stopTimer === null) this.wait(TUNING.silentItemBoundMs)
  }

  ended(item: ItemId): void {
    this.lastAt.delete(item)
    if (this.lastAt.size === 0) this.stop()
  }

  clear(): void {
    this.lastAt.clear()
    this.stop()
  }

  private stop(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private wait(ms: number): void {
    this.stopTimer = this.timers.after(ms, () => this.look())
  }

  private look(): void {
    this.stopTimer = null
    const silentSince = this.timers.now() - TUNING.silentItemBoundMs
    for (const [item, at] of this.lastAt) if (at <= silentSince) this.over(item)
    const next = Math.min(...this.lastAt.values())
    if (this.lastAt.size > 0) this.wait(next - silentSince)
  }
}
