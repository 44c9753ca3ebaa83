const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export interface HandoverTimes {
  /** From now: when the next session is made, ms. */
  readonly prepareMs: number
  /** From now: when it must take over even if it is not quiet, ms. */
  readonly latestMs: number
}

/** No server means it that a session ends after seconds: whoever believed it would make one session after the other. */
const SHORTEST_LIFE_MS = MINUTE_MS
/** A handshake takes seconds, and `Date` has no parts of them: only more than this is a clock that is wrong. */
const CLOCK_DOUBT_MS = MINUTE_MS / 2

/** How far a server's clock is ahead of ours, in ms. `serverTime`: ms since 1970, from its handshake; null where it says none. */
export function clockSkewMs(serverTime: number | null, now: number): number {
  const skew = serverTime === null ? 0 : serverTime - now
  return Math.abs(skew) < CLOCK_DOUBT_MS ? 0 : skew
}

/**
 * In the last ten minutes of an hour, at the latest one minute before its end; shorter lives in proportion, and none is believed
 * to be shorter than `shortestMs`.
 * Null: the server does not say when it ends, or our clock and its clock do not agree at all. `expiresAt` is in unix seconds,
 * `now` in ms since 1970, both by the server's clock.
 */
export function handoverTimes(expiresAt: number | null, now: number, shortestMs: number = SHORTEST_LIFE_MS): HandoverTimes | null {
  if (expiresAt === null) return null
  const saidMs = expiresAt * 1_000 - now
  if (saidMs <= 0 || saidMs > DAY_MS) return null
  const lifeMs = Math.max(saidMs, shortestMs)
  return {
    prepareMs: lifeMs - Math.min(10 * MINUTE_MS, lifeMs / 2),
    latestMs: lifeMs - Math.min(MINUTE_MS, lifeMs / 10),
  }
}
