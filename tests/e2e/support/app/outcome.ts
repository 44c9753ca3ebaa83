import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { runTool } from '../../../../scripts/rig/part'
import { msToSamples } from '../../../../src/shared/audio/audio-format'
import { errorWords, noticeWords } from '../../../../src/shared/errors/error-words'
import type { ErrorTag } from '../../../../src/shared/errors/errors'
import type { TurnPhase } from '../../../../src/shared/view'
import type { App } from './app'
import type { Rig } from '../sound/rig'
import { makeSpeech } from '../sound/rig-speech'
import { sentSince } from '../talk/sent-segments'
import { until } from './until'

export const TALK_KEY = 'Control_R'
const HOLD_MS = 700
/** Surely more than the 100 ms a turn or a draft needs. */
const SPOKEN_SAMPLES = msToSamples(300)
/** The microphone lingers 5 s after a turn, unless a test asks for less. */
const SETTLED_WITHIN_MS = 8_000
const POLL_MS = 50

const speechIn = (rig: Rig): string => join(rig.folder, 'speech.wav')

/** What is said in `hold`; once a rig. */
export const prepareSpeech = (rig: Rig): Promise<void> => makeSpeech('One two three four five six seven eight.', speechIn(rig))

const isConnected = ({ trace }: Pick<App, 'trace'>): boolean => trace.marks('connection').at(-1)?.['state'] === 'ready'

/** Until enough was said since the press for a turn, or a draft: on the wire, where there is a connection. */
export const untilSpoken = (app: Pick<App, 'trace'>, since: number): Promise<void> =>
  until('speech on the wire', () => Promise.resolve(!isConnected(app) || sentSince(app, since) >= SPOKEN_SAMPLES))

/** Holds the talk key and speaks for a while. Resolves, with the moment before the press, when the key is up. */
export async function hold(rig: Rig, app: Pick<App, 'trace'>, ms = HOLD_MS): Promise<number> {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  const speech = rig.startSpeaking(speechIn(rig))
  await delay(ms)
  await untilSpoken(app, since)
  await letGo(rig, app, since)
  await speech.stop()
  return since
}

/** Until the release has been seen: a press that follows within its grace would count as a key that bounces. */
export async function letGo(rig: Rig, { trace }: Pick<App, 'trace'>, since: number): Promise<void> {
  await rig.keyUp(TALK_KEY)
  await trace.until('the release', (mark) => mark.name === 'release', { since })
}

/** Holds the talk key until the person is told why nothing will come of it. */
export async function pressUntilTold(rig: Rig, app: App, limitMs?: number): Promise<Outcome> {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  const said = await outcome(rig, app, since, limitMs)
  await letGo(rig, app, since)
  return said
}

/** Waits until an answer has begun and has been heard to its end. */
export async function heardAnswer({ trace }: Pick<App, 'trace'>, since: number, limitMs = 15_000): Promise<void> {
  const begun = await trace.untilPhase('speaking', { since, limitMs })
  await trace.untilPhase('idle', { since: begun.at })
}

/** A turn as it should be: fails when anything is stuck. */
export async function goodTurn(rig: Rig, app: Pick<App, 'trace'>): Promise<void> {
  await heardAnswer(app, await hold(rig, app))
}

/** What a person has been told since, and what is left behind. */
export interface Outcome {
  readonly sentences: readonly unknown[]
  readonly notice: { readonly tag: ErrorTag; readonly text: string } | null
  readonly phase: TurnPhase
  readonly openMicrophones: number
}

const orKept = (words: string): RegExp => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( What you said is kept in History, under Drafts\\.)?$`)

/** One sentence, and nothing stuck. The microphone opens with the key: what it heard before a refusal may be enough for a draft, and then it says so. */
export const told = (tag: ErrorTag, known: Parameters<typeof errorWords>[1] = {}): Outcome => ({ sentences: [tag], notice: { tag, text: expect.stringMatching(orKept(errorWords(tag, known))) }, phase: 'idle', openMicrophones: 0 })

/** Waits for the first sentence since then, for the end of the turn, and for the microphone to be let go. */
export async function outcome(rig: Rig, app: App, since: number, limitMs = 15_000): Promise<Outcome> {
  await app.trace.until('a sentence', (mark) => mark.name === 'notice', { since, limitMs })
  const openMicrophones = await leftOpen(rig, app)
  const { notice, phase } = await app.view()
  const sentences = app.trace.marks('notice').filter((mark) => mark.at >= since).map((mark) => mark['tag'])
  return { sentences, notice: notice === null ? null : { tag: notice.tag, text: noticeWords(notice) }, phase, openMicrophones }
}

const recordings = async (rig: Rig): Promise<number> =>
  (await runTool('pactl', ['list', 'short', 'source-outputs'], rig.env)).split('\n').filter((line) => line.includes('protocol-native')).length

/** How many programs still record, by the sound server's word, when the turn is over and nobody needs to any more, or in the end. */
async function leftOpen(rig: Rig, app: App): Promise<number> {
  for (const start = Date.now(); Date.now() - start < SETTLED_WITHIN_MS; await delay(POLL_MS)) {
    if ((await app.view()).phase === 'idle' && (await recordings(rig)) === 0) return 0
  }
  return recordings(rig)
}
