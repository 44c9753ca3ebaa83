/** Calls of one answer. How many answers with calls follow each other is the talk's to bound (`session/calls/follow-up`). */
const MOST_CALLS = 16
/** Failures of the same call. */
const MOST_FAILURES = 2
/** More different ones are remembered by nobody. */
const MOST_KEPT = 64

/** What has failed since the person last asked: each call as often as it did. */
export type Budget = readonly string[]

export const FRESH: Budget = []

/** `hopeless`: the same again cannot work, so it has failed as often as it may. */
export const callFailed = (failures: Budget, call: string, hopeless: boolean): Budget =>
  [...failures, ...Array.from({ length: hopeless ? MOST_FAILURES : 1 }, () => call)].slice(-MOST_KEPT)

/** Why this one is not tried; null: it is. `place`: its place in its answer, from 0. */
export function overBudget(failures: Budget, call: string, place: number): string | null {
  if (place >= MOST_CALLS) return 'Too many tools at once.'
  return failures.filter((each) => each === call).length < MOST_FAILURES ? null : 'The same call has failed before. Do not repeat it; say what went wrong.'
}
