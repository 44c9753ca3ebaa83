const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export interface RolloverTimes {
  /** From now: when the next session is made, ms. */
  readonly prepareMs: number
  /** From now: when it must take over even if it is not quiet, ms. */
  readonly latestMs: number
}

/**
 * In the last ten minutes of an hour, at the latest one minute before its end; short lives (tests, odd servers) in proportion.
 * Null: the server does not say when it ends, or our clock and its clock do not agree at all. `expiresAt` is in unix seconds,
 * `now` in ms since 1970.
 */
export function rolloverTimes(expiresAt: number | null, now: number): RolloverTimes | null {
  if (expiresAt === null) return null
  const lifeMs = expiresAt * 1_000 - now
  if (lifeMs <= 0 || lifeMs > DAY_MS) return null
  return {
    prepareMs: lifeMs - Math.min(10 * MINUTE_MS, lifeMs / 2),
    latestMs: lifeMs - Math.min(MINUTE_MS, lifeMs / 10),
  }
}
