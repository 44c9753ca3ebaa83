/**
 * Row numbers grow with time: "newest first" is then the order of the search index itself, and a hit list of a word that stands
 * in every item is read from its end and left after a page. Rows that came by an import find their place among the others.
 */

/** Rows that one millisecond has room for; more of them spill into the next. */
export const ROWS_PER_MS = 1024

/** From here on (the year 2248) rows are in the order of writing: a row number has to stay an exact JavaScript number. */
const LAST_MS = Math.floor(Number.MAX_SAFE_INTEGER / ROWS_PER_MS) - 1_000_000

/** The first row number of the millisecond `at`. */
export const firstRow = (at: number): number => Math.min(at, LAST_MS) * ROWS_PER_MS
