import { type ApiError, classifyApiError } from '../../../../shared/errors/classify-error'
import type { RateLimit } from './server-event'

/** Nobody waits longer for an answer. */
const LONGEST_WAIT_MS = 60_000
const MOST_RETRIES = 3
/** Where the server does not say how long. Doubles. */
const FIRST_WAIT_MS = 5_000
/** Clocks and rounding: asked a moment too early, the wait begins again. */
const MARGIN_MS = 100
/** A hiccup; the second one is none. */
const SERVER_ERROR_WAIT_MS = 250

const bounded = (ms: number): number | null => (ms > LONGEST_WAIT_MS ? null : Math.ceil(ms) + MARGIN_MS)

const waitMs = (message: string, attempt: number, limits: readonly RateLimit[]): number =>
  saidMs(message) ?? resetMs(limits) ?? FIRST_WAIT_MS * 2 ** (attempt - 1)

/**
 * How long to wait until an answer that failed is asked for again, in ms; null: not at all (docs/wire-facts.md, Closing and errors).
 * `attempt`: 1 for the first time it is asked again.
 */
export function retryDelayMs(error: ApiError | null, attempt: number, limits: readonly RateLimit[]): number | null {
  if (error === null) return null
  const { error: reason, severity } = classifyApiError(error)
  if (reason.tag === 'rate-limit') return attempt > MOST_RETRIES ? null : bounded(waitMs(error.message, attempt, limits))
  return reason.tag === 'server-gone' && severity === 'failed' && attempt === 1 ? SERVER_ERROR_WAIT_MS : null
}

const SPAN = /try again in ((?:\d+(?:\.\d+)?\s*(?:ms|h|m|s)[a-z]*[\s,]*)+)/i
const PIECE = /(\d+(?:\.\d+)?)\s*(ms|h|m|s)/gi
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
])

/** "Please try again in 1.2s", "... 340ms", "... 1m2s". */
function saidMs(message: string): number | null {
  const span = SPAN.exec(message)?.[1]
  if (span === undefined) return null
  return [...span.matchAll(PIECE)].reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS.get(unit?.toLowerCase() ?? '') ?? 0), 0)
}

/** The limit that lasts longest of those that are used up. */
function resetMs(limits: readonly RateLimit[]): number | null {
  const waits = limits.flatMap(({ remaining, resetSeconds }) => (remaining !== null && remaining <= 0 && resetSeconds !== null ? [resetSeconds * 1_000] : []))
  return waits.length === 0 ? null : Math.max(0, ...waits)
}
