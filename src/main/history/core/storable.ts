const NUL = /\0/g

/**
 * Text as SQLite can keep it: a NUL would end it there and half a surrogate pair has no UTF-8. Both become U+FFFD, and what is
 * read back is what was written.
 */
export const storable = (text: string): string => (text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replace(NUL, '\uFFFD'))

/** The last moment that `Date` knows. */
const LAST_TIME = 8_640_000_000_000_000

/** A time as every format of ours can tell it: whole milliseconds, neither before 1970 nor after the end of `Date`. */
export const storableTime = (at: number): number => (Number.isFinite(at) ? Math.min(Math.max(0, Math.round(at)), LAST_TIME) : 0)
