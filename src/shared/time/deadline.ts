import type { Timers } from './timers'

/** Something that is due once, unless it is stopped before. `Of` goes with it: what happens late is keyed by what it belongs to. */
export class Deadline<Of = void> {
  private cancel: (() => void) | null = null

  constructor(
    private readonly timers: Pick<Timers, 'after'>,
    private readonly passed: (of: Of) => void,
  ) {}

  get isRunning(): boolean {
    return this.cancel !== null
  }

  /** The first of several counts: what runs already runs on. */
  start(ms: number, of: Of): void {
    if (this.cancel === null) this.renew(ms, of)
  }

  /** The last of several counts: it begins anew. */
  renew(ms: number, of: Of): void {
    this.stop()
    this.cancel = this.timers.after(ms, () => {
      this.cancel = null
      this.passed(of)
    })
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }
}
