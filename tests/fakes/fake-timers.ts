import type { Timers } from '../../src/main/platform/ports'

interface Pending {
  readonly due: number
  readonly run: () => void
}

/** Time that passes only when a test says so. */
export class FakeTimers implements Timers {
  private time = 0
  private pending: Pending[] = []

  now(): number {
    return this.time
  }

  after(ms: number, run: () => void): () => void {
    const entry = { due: this.time + ms, run }
    this.pending.push(entry)
    return () => {
      this.pending = this.pending.filter((each) => each !== entry)
    }
  }

  /** Lets `ms` pass; what falls due runs in order. */
  pass(ms: number): void {
    const end = this.time + ms
    for (let next = this.nextDue(end); next !== null; next = this.nextDue(end)) {
      this.pending = this.pending.filter((each) => each !== next)
      this.time = Math.max(this.time, next.due)
      next.run()
    }
    this.time = end
  }

  /** The process stood still: time has passed, and what fell due has not run yet. */
  stall(ms: number): void {
    this.time += ms
  }

  get waiting(): number {
    return this.pending.length
  }

  private nextDue(end: number): Pending | null {
    const due = this.pending.filter((entry) => entry.due <= end).sort((a, b) => a.due - b.due)
    return due[0] ?? null
  }
}
