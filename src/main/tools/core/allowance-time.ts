import type { Allowance } from '../../../shared/settings'
import type { AlwaysFor } from '../../../shared/tools/levels'

const DAY_MS = 86_400_000
export const RULE_DAYS = 30

/** So far a clock may be put right without anything being asked anew. */
const PUT_RIGHT_MS = DAY_MS

/** Null: no end of its own. */
export const untilOf = (howLong: AlwaysFor, now: number): number | null => (howLong === '30-days' ? now + RULE_DAYS * DAY_MS : null)

/** A rule with an end is over at its end, and also once the clock stands well before a time at which it was seen already: nobody knows then how long it has held. */
export function holds({ since, until, seen }: Allowance, now: number): boolean {
  if (until === null) return true
  const latest = Math.max(since, seen)
  return Math.max(now, latest) < until && now >= latest - PUT_RIGHT_MS
}

/** The rule as it is to be kept, the same where nothing of it is new. By the hour: each time is a write. */
export const seenAt = (rule: Allowance, now: number): Allowance => (rule.until !== null && now - Math.max(rule.since, rule.seen) >= 3_600_000 ? { ...rule, seen: now } : rule)
