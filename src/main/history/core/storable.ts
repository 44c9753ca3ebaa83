/** The last moment that `Date` knows. */
const LAST_TIME = 8_640_000_000_000_000

/** A time as every format of ours can tell it: whole milliseconds, neither before 1970 nor after the end of `Date`. */
export const storableTime = (at: number): number => (Number.isFinite(at) ? Math.min(Math.max(0, Math.round(at)), LAST_TIME) : 0)
