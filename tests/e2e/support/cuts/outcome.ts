import type { Account } from './account'
import { knownTurns, placed } from './context'
import { answerSamples } from './script'
import type { Struck } from './strike'

/** What became of the turn that was cut. */
export type Outcome = 'nothing lost' | 'sent again' | 'answer cut short' | 'known, unanswered' | 'draft' | 'too short'

/** One outcome for each cut, in their order. */
export function outcomesOf(account: Account, struck: readonly Struck[]): readonly Outcome[] {
  const last = account.sessions.at(-1)
  const known = last === undefined || knownTurns(last).length === 0 ? [] : placed(account, last).found
  return struck.map(({ turn: number }) => {
    const turn = account.turns[number]
    if (turn === undefined) return 'nothing lost'
    if (!known.includes(turn)) return turn.captured < 2_400 ? 'too short' : 'draft'
    if (turn.answer === null || turn.answer.number === null) return 'known, unanswered'
    if (turn.segments.length > 1) return 'sent again'
    return turn.answer.heard < answerSamples(turn.answer.number) ? 'answer cut short' : 'nothing lost'
  })
}

/** "drop 12, expire 7": how often each occurs. */
export function tally(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `${name} ${String(count)}`).join(', ')
}
