import type { SessionReport } from '../../../support/practice/session-report'
import { ledgerBytes } from '../history/history-file'
import { wireBytes } from '../talk/sent-segments'
import type { Account, Turn } from './account'
import { isSpeechOf, isTold, knownTurns, placed, wrongAbout } from './context'

const SHORTEST_DRAFT_SAMPLES = 2_400

/** Everything that is wrong with a talk, one sentence each. */
export function wrongWith(account: Account, retries: readonly number[]): readonly string[] {
  const last = account.sessions.at(-1)
  if (last === undefined) return ['There was no session.']
  const { found, wrong } = placed(account, last)
  return [
    ...wrong,
    ...account.turns.flatMap(wrongTurn),
    ...undelivered(account, found),
    ...account.sessions.flatMap((session, index) => wrongSession(account, found, session, index)),
    ...uninvited(account, retries),
    ...ledger(account),
  ]
}

/** Whatever was sent of a turn, to whomever, is its beginning; heard is one answer. */
function wrongTurn({ id, whole, segments, captured, answers }: Turn): string[] {
  const parts = whole === null ? [] : segments.filter(({ pcm }) => !whole.subarray(0, pcm.byteLength).equals(pcm))
  return [
    ...(parts.length === 0 ? [] : [`${id}: ${String(parts.length)} of ${String(segments.length)} segments are not its beginning`]),
    ...(whole === null || whole.byteLength === captured * 2 ? [] : [`${id}: ${String(captured)} samples captured, ${String(whole.byteLength / 2)} sent`]),
    ...(answers <= 1 ? [] : [`${id}: answered ${String(answers)} times`]),
  ]
}

/** What the last session does not know lies in the drafts, sample for sample, in the order of the talk. */
function undelivered({ turns, drafts }: Account, found: readonly Turn[]): string[] {
  const missing = turns.filter((turn) => !found.includes(turn) && turn.captured >= SHORTEST_DRAFT_SAMPLES)
  const wrong = missing.flatMap((turn, index) => {
    const pcm = drafts[index]?.pcm
    if (pcm === undefined) return [`${turn.id}: neither known nor kept`]
    const lost = turn.captured - pcm.byteLength / 2
    const differs = turn.segments.some((segment) => !pcm.subarray(0, segment.pcm.byteLength).equals(segment.pcm))
    return [
      ...(differs ? [`${turn.id}: its draft is not what was sent of it`] : []),
      ...(lost === 0 ? [] : [`${turn.id}: ${String(lost)} samples are not in its draft`]),
    ]
  })
  return drafts.length === missing.length ? wrong : [...wrong, `${String(missing.length)} turns are missing, ${String(drafts.length)} drafts are kept`]
}

/** A session knows the talk from its beginning, without a gap, and of the answers what was heard. */
function wrongSession(account: Account, found: readonly Turn[], session: SessionReport, index: number): string[] {
  const known = knownTurns(session)
  const nextBegan = account.begunAt[index + 1] ?? Number.POSITIVE_INFINITY
  return known.flatMap(({ user, answers }, place) => {
    const turn = found[place]
    const last = place === known.length - 1
    // The last thing said in a session that died may have to be said again, or be a draft.
    if (turn === undefined || !isSpeechOf(turn, user, session)) return last && !isTold(user) && index < account.sessions.length - 1 ? [] : [`session ${String(index)}: item ${String(place)}, "${user.text}", is not ${turn?.id ?? 'a turn'}`]
    return answers.flatMap((item) => {
      if (!isTold(item) && index < account.sessions.length - 1) return [] // it died with its session
      const { answer } = turn
      const wrong = answer === null ? `says "${item.text}" that nobody heard` : wrongAbout(answer, item, answer.settledAt < nextBegan)
      return wrong === null ? [] : [`session ${String(index)}, answer to ${turn.id}: ${wrong}`]
    })
  })
}

const REFUSALS: ReadonlySet<string> = new Set(['invalid_api_key', 'invalid_model', 'insufficient_quota'])

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

/** After a refusal nobody connects but at the person's wish. */
function uninvited({ app: { trace }, since }: Account, retries: readonly number[]): string[] {
  const refusals = trace.wire('error').filter(({ at, event }) => at > since && REFUSALS.has(codeOf(event['error'])))
  const connects = trace.marks('connection').filter((mark) => mark['state'] === 'connecting')
  const wishes = [...trace.marks('press').map(({ at }) => at), ...retries]
  return refusals.flatMap((refusal) => {
    const next = connects.find(({ at }) => at > refusal.at)
    const asked = next === undefined || wishes.some((at) => at >= refusal.at && at <= next.at)
    return asked ? [] : [`connected again ${(next.at - refusal.at).toFixed(0)} ms after a refusal, unasked`]
  })
}

function ledger({ app, file }: Account): string[] {
  const [written, sent] = [ledgerBytes(file), wireBytes(app)]
  return written === sent ? [] : [`the ledger says ${String(written)} bytes, ${String(sent)} were sent`]
}
