import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../src/main/practice/server'
import { useEndpoint } from './support/app'
import { type PracticeApp, session, startPracticeApp } from './support/practice-app'
import { startRig, type Rig } from './support/rig'
import { loudestWhile, silenceFor } from './support/sound-checks'
import { count, items, mark, TALK_KEY } from './support/talking'
import { FRAME_SAMPLES } from '../../src/shared/audio-format'
import type { Mark } from './support/trace'

/** The answer is still being sent when it is interrupted. */
const SLOW = { speed: 1.1, chunkMs: 100, burst: 1 }
/** The answer has arrived whole long before it is heard. */
const FAST = { speed: 1_000 }
const QUESTION = 'Please tell me a story, and let it be a long one, so that I can interrupt you in the middle of it.'
/** Heard before the press: enough for a few words. */
const LISTEN_MS = 900
const LATE_DELTAS = 5
/** From the press to the worklet's word that it is silent, for a machine that is busy with other things; 10 to 20 ms on one that is not. */
const SILENCE_WITHIN_MS = 250
/** How much a loudspeaker's buffers may be ahead of the clock. */
const AHEAD_MS = 150

let rig: Rig
let talking: PracticeApp
let fast: PracticeServer
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, { pacing: SLOW })
  fast = await startPracticeServer({ pacing: FAST })
})
afterAll(async () => {
  await talking.stop()
  await fast.close()
  await rig.stop()
})

const ask = (): Promise<unknown> => talking.app.page.evaluate((text) => window.assistant.sendText(text), QUESTION)

interface Interruption {
  readonly started: Mark
  readonly press: Mark
  readonly cut: Mark
  readonly stopped: Mark
  readonly receivedSamples: number
}

/** Lets the answer be heard for a while, presses the talk key. */
async function interrupt(): Promise<Interruption> {
  const { trace } = talking.app
  const since = trace.now()
  await ask()
  const started = await mark(talking.app, 'playbackStarted', since)
  await silenceFor(LISTEN_MS)()
  await rig.keyDown(TALK_KEY)
  const press = await mark(talking.app, 'press', since)
  const stopped = await mark(talking.app, 'playbackStopped', press.at)
  const cut = await mark(talking.app, 'cut', press.at)
  const deltas = trace.wire('response.output_audio.delta').filter(({ at, event }) => at < press.at && event['item_id'] === cut['item'])
  return { started, press, cut, stopped, receivedSamples: deltas.reduce((sum, { event }) => sum + Number(event['bytes']) / 2, 0) }
}

/** Nothing was said: Escape takes the press back. */
async function takeBack(): Promise<void> {
  const since = talking.app.trace.now()
  await rig.tapKeys('Escape')
  await talking.app.trace.untilPhase('idle', { since })
  await rig.keyUp(TALK_KEY)
}

const expectSilence = ({ started, press, cut, stopped, receivedSamples }: Interruption): void => {
  const heard = count(cut, 'heardSamples')
  expect(count(stopped, 'renderedAfterStop')).toBeLessThanOrEqual(FRAME_SAMPLES)
  expect(stopped.at - press.at).toBeLessThan(SILENCE_WITHIN_MS)
  expect(heard).toBeGreaterThan(0)
  expect(heard / 24).toBeLessThan(cut.at - started.at + AHEAD_MS)
  expect(heard).toBeLessThanOrEqual(receivedSamples)
  expect(count(cut, 'receivedSamples')).toBe(receivedSamples)
  const silentAfterMs = (stopped.at - press.at).toFixed(1)
  console.log(`Interrupted: silent ${silentAfterMs} ms after the press, ${String(heard)} of ${String(receivedSamples)} samples heard.`)
}

test('a press interrupts an answer that is still coming: silence, cancel, truncate; what comes late is not played', async () => {
  const { app, practice } = talking
  practice.setFaults([{ name: 'late-deltas', value: LATE_DELTAS }])
  const interruption = await interrupt()
  const { cut, press } = interruption
  await silenceFor(AHEAD_MS)() // what was rendered before the press is still in the device's buffers; the late deltas are 500 ms long
  const afterwards = await loudestWhile(rig, silenceFor(500))
  await takeBack()

  expectSilence(interruption)
  const done = app.trace.wire('response.done').find(({ at }) => at > press.at)
  const late = app.trace.wire('response.output_audio.delta').filter(({ at }) => done !== undefined && at > done.at)
  const { received, truncations } = session(practice)
  const shown = (await items(app)).at(-1)
  expect({
    truncations,
    cancels: received.filter(({ type }) => type === 'response.cancel').length,
    late: late.map(({ event }) => event['item_id']),
    playedSince: app.trace.marks('playbackStarted').filter(({ at }) => at > press.at),
    afterwards,
    shown: { status: shown?.status, cut: shown !== undefined && shown.heardChars !== null && shown.heardChars < shown.text.length },
  }).toEqual({
    truncations: [{ itemId: cut['item'], audioEndMs: Math.floor(count(cut, 'heardSamples') / 24) }],
    cancels: 1,
    late: new Array<unknown>(LATE_DELTAS).fill(cut['item']),
    playedSince: [],
    afterwards: 0,
    shown: { status: 'interrupted', cut: true },
  })
})

test('a press interrupts an answer that has arrived whole: truncate, and nothing to cancel', async () => {
  await useEndpoint(talking.app, fast)
  const interruption = await interrupt()
  await takeBack()

  expectSilence(interruption)
  const { truncations, receivedTypes, sentTypes } = session(fast)
  const { cut } = interruption
  expect({ truncations, cancels: receivedTypes.includes('response.cancel'), refused: sentTypes.includes('error') }).toEqual({
    truncations: [{ itemId: cut['item'], audioEndMs: Math.floor(count(cut, 'heardSamples') / 24) }],
    cancels: false,
    refused: false,
  })
})
