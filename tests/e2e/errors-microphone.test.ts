import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../scripts/rig/part'
import { errorWords } from '../../src/shared/error-words'
import { startApp, type App, type AppOptions } from './support/app'
import { goodTurn, letGo, outcome, prepareSpeech, pressUntilTold, TALK_KEY, told } from './support/outcome'
import { startRig, type Rig } from './support/rig'
import type { Mark } from './support/trace'

/** What PulseAudio lets record from one source at a time. */
const MOST_RECORDINGS = 256
/** Its socket keeps five waiting. */
const AT_ONCE = 4
/** A breath is no draft: from a second on what was said is kept. */
const KEPT_FROM_MS = 1_300
/** Chromium takes its time before it gives a busy device up. */
const BUSY_LIMIT_MS = 20_000

let rig: Rig
let app: App | null = null

beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterEach(async () => {
  await rig.keyUp(TALK_KEY)
  await app?.close()
  app = null
})
afterAll(async () => { await rig.stop() })

async function start(options?: AppOptions): Promise<App> {
  app = await startApp(rig, options)
  return app
}

test('no microphone: one sentence, and it is found once it is plugged in', async () => {
  await rig.unplugMicrophone()
  const running = await start()
  const said = await pressUntilTold(rig, running)
  await rig.plugMicrophone()
  await goodTurn(rig, running)
  expect(said).toEqual(told('mic-missing'))
})

test('the microphone is pulled out in mid-turn: one sentence, what was said is kept, and it works again when it is back', async () => {
  const running = await start()
  const since = running.trace.now()
  await rig.keyDown(TALK_KEY)
  await running.trace.untilPhase('listening', { since })
  await delay(KEPT_FROM_MS)
  await rig.unplugMicrophone()
  const said = await outcome(rig, running, since)
  const committed = running.trace.wire('input_audio_buffer.commit').length
  await letGo(rig, running, since)
  await rig.plugMicrophone()
  await goodTurn(rig, running)
  const notice = { tag: 'mic-lost', text: `${errorWords('mic-lost')} What you said is kept in History, under Drafts.` }
  expect({ said, committed }).toEqual({ said: { ...told('mic-lost'), notice }, committed: 0 })
})

test('the system denies the microphone: one sentence', async () => {
  const running = await start({ args: ['--use-fake-ui-for-media-stream=deny'] })
  expect(await pressUntilTold(rig, running)).toEqual(told('mic-denied'))
})

test('others use all there is of the microphone: one sentence, and it works when they have let go', async () => {
  const running = await start()
  const release = await occupyMicrophone()
  const said = await pressUntilTold(rig, running, BUSY_LIMIT_MS)
  await release()
  await goodTurn(rig, running)
  expect(said).toEqual(told('mic-busy'))
})

/** Each remapped source records from its master, like a program would. */
async function occupyMicrophone(): Promise<() => Promise<void>> {
  const load = (number: number) => runTool('pactl', ['load-module', 'module-remap-source', 'master=virtmic', `source_name=other-${String(number)}`], rig.env)
  for (let from = 0; from < MOST_RECORDINGS; from += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => load(from + index)))
  return async () => {
    await rig.unplugMicrophone().catch(() => undefined) // one goes with the other, which pactl takes for an error
    await rig.plugMicrophone()
  }
}

test('a tap: one sentence, and nothing was sent as a turn', async () => {
  const running = await start()
  await goodTurn(rig, running)
  const since = running.trace.now()
  await rig.tapKeys(TALK_KEY)
  const said = await outcome(rig, running, since)
  expect({ said, commits: running.trace.wire('input_audio_buffer.commit').filter(({ at }) => at >= since) }).toEqual({ said: told('too-short'), commits: [] })
})

test('the sound server is gone: each device is complained about, but not for ever', async () => {
  const running = await start()
  await goodTurn(rig, running)
  const since = running.trace.now()
  await runTool('pactl', ['exit'], rig.env)
  await rig.keyDown(TALK_KEY)
  await running.trace.until('words about the microphone', isAbout('mic-'), { since })
  await delay(8_000)
  const told = running.trace.marks('notice').filter(({ at }) => at >= since)
  const { phase } = await running.view()
  expect({ phase, microphone: told.filter(isAbout('mic-')).length, speaker: told.filter(isAbout('speaker')).length }).toEqual({
    phase: 'idle', microphone: 1, speaker: expect.toSatisfy((count: number) => count <= 2),
  })
})

const isAbout = (start: string) => (mark: Mark): boolean => mark.name === 'notice' && String(mark['tag']).startsWith(start)
