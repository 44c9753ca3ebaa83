import { setTimeout as delay } from 'node:timers/promises'
import { heardEcho, isWhole, partOf, type HeardEcho } from '../sound/heard-echo'
import { keptHistory } from '../history/history-file'
import { sha256 } from '../cuts/context'
import { BEHIND_MS, type Rolling } from './rolling'
import { items } from '../app/talking'
import type { Mark } from '../app/trace'

/** A question and its echo. */
export interface HeardTurn extends HeardEcho {
  readonly item: string
  readonly underruns: number
}

const POLL_MS = 50
/** Longer than the app itself waits for its disk before it shows an item all the same. */
const WRITTEN_WITHIN_MS = 5_000

const marksOf = ({ app, since, until }: Rolling, name: string): readonly Mark[] => app.trace.marks(name).filter(({ at }) => at > since && at <= until)

/** All speech that was answered, in all sessions, oldest first. */
const answeredSpeech = ({ sessions }: Rolling) => sessions.flatMap(({ answered }) => answered).filter(({ begun }) => begun)

/** Every answer as it was heard, next to the speech it echoes. */
export function heardTurns(rolled: Rolling): readonly HeardTurn[] {
  const speech = answeredSpeech(rolled)
  const { samples, notBefore, notAfter } = rolled.recording
  const starts = marksOf(rolled, 'playbackStarted')
  return marksOf(rolled, 'playbackDrained').map((drained, index) => {
    const item = String(drained['item'])
    const from = starts.find((mark) => mark['item'] === item)?.at ?? drained.at
    const part = partOf(samples, from - notAfter - BEHIND_MS, drained.at - notBefore + BEHIND_MS)
    return { item, underruns: Number(drained['underruns']), ...heardEcho(speech[index]?.pcm ?? Buffer.alloc(0), part) }
  })
}

/** What a person would notice, and what the database would. */
export async function wrongWithRolling(rolled: Rolling, turns: number): Promise<readonly string[]> {
  const { app, sessions } = rolled
  const heard = heardTurns(rolled)
  const states = marksOf(rolled, 'connection').map((mark) => mark['state']).filter((state) => state !== 'ready')
  const refused = app.trace.wire('error').filter(({ at }) => at > rolled.since && at <= rolled.until).map(({ event }) => JSON.stringify(event['error']))
  const old = sessions.slice(0, -1).map(({ closeCode }) => closeCode).filter((code) => code !== 1_000)
  return [
    ...(heard.length === turns ? [] : [`${String(turns)} turns, ${String(heard.length)} answers were heard`]),
    ...heard.filter((turn) => !isWhole(turn) || turn.underruns > 0).map((turn) => `an answer had gaps: ${JSON.stringify(turn)}`),
    ...(states.length === 0 ? [] : [`the connection was ${states.join(', ')}`]),
    ...marksOf(rolled, 'notice').map(({ tag }) => `the person was told: ${String(tag)}`),
    ...refused.map((error) => `the server refused: ${error}`),
    ...(old.length === 0 ? [] : [`old sessions did not end by our close: ${old.join(', ')}`]),
    ...(rolled.endedTooEarly() === 0 ? [] : [`${String(rolled.endedTooEarly())} sessions ended before the next one was ready`]),
    ...(await wrongOrder(rolled, turns)),
    ...contextGaps(rolled),
  ]
}

/** Panel and database tell the same talk: question, answer, question, answer. Each of them a moment later. */
async function wrongOrder(rolled: Rolling, turns: number): Promise<readonly string[]> {
  for (const start = Date.now(); ; await delay(POLL_MS)) {
    const wrong = await wrongOrderNow(rolled, turns)
    if (wrong.length === 0 || Date.now() - start > WRITTEN_WITHIN_MS) return wrong
  }
}

async function wrongOrderNow({ app }: Rolling, turns: number): Promise<readonly string[]> {
  const shown = (await items(app)).slice(-2 * turns).map(({ role, text, status }) => `${role} ${status}: ${text}`)
  const kept = keptHistory(app).items.slice(-2 * turns).map(({ role, text, status }) => `${role} ${status}: ${text}`)
  const wanted = shown.every((line, index) => line.startsWith(index % 2 === 0 ? 'user done: (' : 'assistant done: You said'))
  return [
    ...(wanted && shown.length === 2 * turns ? [] : [`the panel shows ${shown.join(' | ')}`]),
    ...(shown.join('\n') === kept.join('\n') ? [] : [`the history has ${kept.join(' | ')} where the panel shows ${shown.join(' | ')}`]),
  ]
}

/** The last session knows everything: what it heard itself, by its samples, and the rest by its words. */
function contextGaps(rolled: Rolling): string[] {
  const last = rolled.sessions.at(-1)
  const known = last?.context.filter(({ role }) => role === 'user').length ?? 0
  const speech = answeredSpeech(rolled)
  const twice = speech.length - new Set(speech.map(({ pcm, sha256: digest }) => (pcm === null ? digest : sha256(pcm)))).size
  return [
    ...(known === speech.length ? [] : [`${String(speech.length)} questions were answered, the last session knows ${String(known)}`]),
    ...(twice === 0 ? [] : [`${String(twice)} questions were answered twice`]),
  ]
}

/** Held turns: what the microphone counted is what was answered, turn by turn. */
export function lostSamples(rolled: Rolling): number {
  const captured = marksOf(rolled, 'captureClosed').map((mark) => Number(mark['samples']))
  const answered = answeredSpeech(rolled).map(({ bytes }) => bytes / 2)
  return captured.reduce((sum, samples, index) => sum + Math.abs(samples - (answered[index] ?? 0)), 0)
}
