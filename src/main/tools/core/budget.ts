/** Answers with calls, one after the other, before the person hears something. */
export const MOST_ROUNDS = 8
/** Calls of one answer. */
export const MOST_CALLS = 16
/** Failures of the same call. */
const MOST_FAILURES = 2

/** What the model has tried since the person last asked. */
export interface Budget {
  readonly rounds: number
  /** Of each call that failed, as often as it did. */
  readonly failures: readonly string[]
}

export const FRESH: Budget = { rounds: 0, failures: [] }

export const roundBegun = ({ rounds, failures }: Budget): Budget => ({ rounds: rounds + 1, failures })

/** `hopeless`: the same again cannot work, so it has failed as often as it may. */
export const callFailed = ({ rounds, failures }: Budget, call: string, hopeless: boolean): Budget => ({
  rounds,
  failures: [...failures, ...Array.from({ length: hopeless ? MOST_FAILURES : 1 }, () => call)].slice(-64),
})

/** Why this one is not tried; null: it is. `place`: the how manieth of its answer, from 0. */
export function overBudget({ rounds, failures }: Budget, call: string, place: number): string | null {
  if (rounds > MOST_ROUNDS) return 'Too many steps for one question. Say what you have so far, without another tool.'
  if (place >= MOST_CALLS) return 'Too many tools at once.'
  return failures.filter((each) => each === call).length < MOST_FAILURES ? null : 'The same call has failed or was refused before. Do not repeat it; say what went wrong.'
}
