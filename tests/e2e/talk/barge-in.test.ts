import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { useEndpoint } from '../support/app/app'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { silenceFor, soundsWhile } from '../support/sound/sound-checks'
import { count, items, mark, TALK_KEY } from '../support/app/talking'
import { FRAME_SAMPLES } from '../../../src/shared/audio/audio-format'
import type { Mark } from '../support/app/trace'
import { until } from '../support/app/until'

/** The answer is still being sent when it is interrupted. */
const SLOW = { speed: 1.1, chunkMs: 100, burst: 1 }
/** The answer has arrived whole long before it is heard. */
const FAST = { speed: 1_000 }
const QUESTION = 'Please tell me a story, and let it be a long one, so that I can interrupt you in the middle of it.'
/** Heard before the press: enough for a few words. */
const LISTEN_MS = 600
/** A second of sound: far more than what was rendered before the press and still is in the loudspeaker's buffers. */
const LATE_DELTAS = 10
/** A machine that stalls delays one or the other; the fastest shows how long it takes. */
const TIMES = 3
/** From the press to the worklet's word that it is silent, at best; 10 to 20 ms on a machine that does nothing else. */
const SILENCE_WITHIN_MS = 100
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
  readonly begun: Mark
  readonly press: Mark
  readonly cut: Mark
  readonly stopped: Mark
}

/** Lets the answer be heard for a while, presses the talk key once `ready`. */
async function interrupt(ready: (since: number) => Promise<void> = silenceFor(0)): Promise<Interruption> {
  const { app } = talking
  const since = app.trace.now()
  await ask()
  const begun = await mark(app, 'firstDelta', since)
  await mark(app, 'playbackStarted', since)
  await silenceFor(LISTEN_MS)()
  await ready(since)
  await rig.keyDown(TALK_KEY)
  const press = await mark(app, 'press', since)
  const stopped = await mark(app, 'playbackStopped', press.at)
  return { begun, press, stopped, cut: await mark(app, 'cut', press.at) }
}

/** Nothing was said: Escape takes the press back. */
async function takeBack(): Promise<void> {
  const since = talking.app.trace.now()
  await rig.tapKeys('Escape')
  await talking.app.trace.untilPhase('idle', { since })
  await rig.keyUp(TALK_KEY)
}

const untilWire = (type: string, since: number, many = 1): Promise<void> =>
  until(`${String(many)} × ${type}`, () => Promise.resolve(talking.app.trace.wire(type).filter(({ at }) => at > since).length >= many))

/** What had come of the answer before the press, by the wire: it is written in order, so nothing is missing before the truncation. */
async function receivedBefore({ press, cut }: Interruption): Promise<number> {
  await untilWire('conversation.item.truncate', press.at)
  const deltas = talking.app.trace.wire('response.output_audio.delta').filter(({ at, event }) => at < press.at && event['item_id'] === talking.app.trace.wireOf(cut['item']))
  return deltas.reduce((sum, { event }) => sum + Number(event['bytes']) / 2, 0)
}

const silentAfterMs = ({ press, stopped }: Interruption): number => stopped.at - press.at

async function expectSilence(interruption: Interruption): Promise<void> {
  const { begun, cut, stopped } = interruption
  const [heard, received] = [count(cut, 'heardSamples'), await receivedBefore(interruption)]
  expect(count(stopped, 'renderedAfterStop')).toBeLessThanOrEqual(FRAME_SAMPLES)
  expect(heard).toBeGreaterThan(0)
  expect(heard / 24).toBeLessThan(cut.at - begun.at + AHEAD_MS)
  expect(heard).toBeLessThanOrEqual(received)
  expect(count(cut, 'receivedSamples')).toBe(received)
  console.log(`Interrupted: silent ${silentAfterMs(interruption).toFixed(1)} ms after the press, ${String(heard)} of ${String(received)} samples heard.`)
}
const fastest = (interruptions: readonly Interruption[]): number => Math.min(...interruptions.map(silentAfterMs))
const truncationOf = ({ cut }: Interruption) => ({ itemId: talking.app.trace.wireOf(cut['item']), audioEndMs: Math.floor(count(cut, 'heardSamples') / 24) })

const doneAfter = ({ at: since }: Mark): number => talking.app.trace.wire('response.done').find(({ at }) => at > since)?.at ?? Infinity

/** An answer that is still coming; `soundedMs`: how long anything was heard of what came late. */
async function interruptComing() {
  const { app } = talking
  const interruption = await interrupt()
  const { press } = interruption
  const soundedMs = await soundsWhile(rig, async () => {
    await untilWire('response.done', press.at)
    await untilWire('response.output_audio.delta', doneAfter(press), LATE_DELTAS)
    await silenceFor(2 * AHEAD_MS)()
  })
  await takeBack()
  await expectSilence(interruption)
  const shown = (await items(app)).at(-1)
  return {
    interruption,
    late: app.trace.wire('response.output_audio.delta').filter(({ at }) => at > doneAfter(press)).map(({ event }) => event['item_id']),
    playedSince: app.trace.marks('playbackStarted').filter(({ at }) => at > press.at),
    shortlyHeard: soundedMs < AHEAD_MS ? true : soundedMs,
    shown: { status: shown?.status, cut: shown !== undefined && shown.heardChars !== null && shown.heardChars < shown.text.length },
  }
}

async function severalTimes<T>(happens: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = []
  for (let time = 0; time < TIMES; time += 1) results.push(await happens())
  return results
}

test('a press interrupts an answer that is still coming: silence, cancel, truncate; what comes late is not played', async () => {
  const { practice } = talking
  practice.setFaults([{ name: 'late-deltas', value: LATE_DELTAS }])
  const all = await severalTimes(interruptComing)
  const interruptions = all.map(({ interruption }) => interruption)
  const { received, truncations } = session(practice)
  expect(fastest(interruptions)).toBeLessThan(SILENCE_WITHIN_MS)
  expect({ truncations, cancels: received.filter(({ type }) => type === 'response.cancel').length, all }).toEqual({
    truncations: interruptions.map(truncationOf),
    cancels: TIMES,
    all: interruptions.map((interruption) => ({
      interruption,
      late: new Array<unknown>(LATE_DELTAS).fill(talking.app.trace.wireOf(interruption.cut['item'])),
      playedSince: [],
      shortlyHeard: true,
      shown: { status: 'interrupted', cut: true },
    })),
  })
})

test('a press interrupts an answer that has arrived whole: truncate, and nothing to cancel', async () => {
  await useEndpoint(talking.app, fast)
  const interruptions = await severalTimes(async () => {
    const interruption = await interrupt((since) => untilWire('response.done', since))
    await takeBack()
    await expectSilence(interruption)
    return interruption
  })
  const { truncations, receivedTypes, sentTypes } = session(fast)
  expect(fastest(interruptions)).toBeLessThan(SILENCE_WITHIN_MS)
  expect({ truncations, cancels: receivedTypes.includes('response.cancel'), refused: sentTypes.includes('error') }).toEqual({
    truncations: interruptions.map(truncationOf),
    cancels: false,
    refused: false,
  })
})
