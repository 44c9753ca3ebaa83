import { openCallsIn } from '../../src/main/practice/items/calls'
import type { ObservedSession, PracticeObserver, SessionFact } from '../../src/main/practice/session/observer'

/** What one session adds up to. */
class Sums {
  appendedBytes = 0
  committedBytes = 0
  responses = 0
  truncations = 0
  readonly violations: string[] = []

  hear(fact: SessionFact): void {
    if (fact.kind === 'appended') this.appendedBytes += fact.bytes
    if (fact.kind === 'committed') this.committedBytes += fact.audio.byteLength
    if (fact.kind === 'begun') this.responses += 1
    if (fact.kind === 'truncated') this.truncations += 1
    if (fact.kind === 'violated') this.violations.push(`${fact.rule} (${fact.about})`)
  }
}

const seconds = (bytes: number): string => `${(bytes / 48_000).toFixed(1)} s`

const complaintsOf = ({ records }: ObservedSession, { violations }: Sums): string => {
  const open = openCallsIn(records).map(({ call_id: callId }) => callId)
  return [...(open.length === 0 ? [] : [`calls left open: ${open.join(', ')}`]), ...violations].map((each) => `; ${each}`).join('')
}

const lineOf = (session: ObservedSession, code: number, sums: Sums): string =>
  `session ${session.id} (${session.model}) ended with ${code}: ${sums.responses} responses, ` +
  `${seconds(sums.appendedBytes)} heard, ${seconds(sums.committedBytes)} committed, ${sums.truncations} truncations${complaintsOf(session, sums)}`

/** Says one line of each session as it ends. */
export const sessionLines = (say: (line: string) => void): PracticeObserver => (session) => {
  const sums = new Sums()
  return (fact) => {
    sums.hear(fact)
    if (fact.kind === 'closed') say(lineOf(session, fact.code, sums))
  }
}
