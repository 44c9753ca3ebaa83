import { type Slip, SLIP_MS, type SlipTag } from '../../shared/errors/notice'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'

/** The last slip of the person's hand, for as long as its hint stands. */
export class Slips {
  private last = 0
  private shown: Slip | null = null
  private readonly end: Deadline

  constructor(
    timers: Timers,
    private readonly changed: () => void,
  ) {
    this.end = new Deadline(timers, () => this.clear())
  }

  get current(): Slip | null {
    return this.shown
  }

  post(tag: SlipTag): void {
    this.last += 1
    this.end.renew(SLIP_MS)
    this.show({ id: this.last, tag })
  }

  clear(): void {
    this.end.stop()
    if (this.shown !== null) this.show(null)
  }

  private show(slip: Slip | null): void {
    this.shown = slip
    this.changed()
  }
}
