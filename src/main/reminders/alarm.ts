import type { Timers } from '../platform/ports'
import { Deadline } from '../platform/deadline'

/** A sound once can be missed; for ever it cannot be borne. */
const EVERY_MS = 6_000
const TIMES = 20

/** The sound of what rings, again and again until somebody says so. Not while somebody speaks: the microphone would hear it. */
export class Alarm {
  private left = 0
  private readonly next: Deadline

  constructor(
    timers: Pick<Timers, 'after'>,
    private readonly sound: () => void,
    private readonly mayBeHeard: () => boolean,
  ) {
    this.next = new Deadline(timers, () => this.ring())
  }

  /** Something new rings. */
  begin(): void {
    this.left = TIMES
    this.ring()
  }

  end(): void {
    this.left = 0
    this.next.stop()
  }

  private ring(): void {
    if (this.left === 0) return
    if (this.mayBeHeard()) {
      this.left -= 1
      this.sound()
    }
    this.next.renew(EVERY_MS)
  }
}
