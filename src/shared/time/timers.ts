export interface Timers {
  /** Milliseconds of a clock that never runs backwards. */
  now(): number
  /** Runs it once at least `ms` have passed by `now`, never before. */
  after(ms: number, run: () => void): () => void
}
