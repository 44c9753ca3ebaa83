import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import { errorWords, noticeWords } from '../../../src/shared/errors/error-words'
import { SLIP_MS } from '../../../src/shared/errors/notice'
import { startApp, type App } from '../support/app/app'
import { goodTurn, letGo, outcome, prepareSpeech, pressUntilTold, TALK_KEY, told, untilSpoken } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { lingerShortly } from '../support/app/short-linger'
import type { Mark } from '../support/app/trace'
import { until } from '../support/app/until'

/** What PulseAudio lets record from one source at a time. */
const MOST_RECORDINGS = 256
/** Nothing of the app is measured by it: that many modules take a slow machine a while. */
const OCCUPIED_WITHIN_MS = 60_000
/** Chromium takes its time before it gives a busy device up. */
const BUSY_LIMIT_MS = 20_000

let rig: Rig
let app: App | null = null

beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterEach(() => rig.keyUp(TALK_KEY))
afterAll(async () => {
  await app?.close()
  await rig.stop()
})

/** One app for all that do not need a start of their own; two at once would both hear the key. */
async function shared(): Promise<App> {
  if (app !== null) return app
  app = await startApp(rig)
  await lingerShortly(app)
  return app
}

test('the system denies the microphone: one sentence', async () => {
  const denied = await startApp(rig, { args: ['--use-fake-ui-for-media-stream=deny'] })
  const said = await pressUntilTold(rig, denied).finally(() => denied.close())
  expect(said).toEqual(told('mic-denied'))
})

test('no microphone at the start: one sentence, and it is found once it is plugged in', async () => {
  await rig.unplugMicrophone()
  const running = await shared()
  const said = await pressUntilTold(rig, running)
  await rig.plugMicrophone()
  await goodTurn(rig, running)
  expect(said).toEqual(told('mic-missing'))
})

test('the microphone is pulled out in mid-turn: one sentence, what was said is kept, and it works again when it is back', async () => {
  const running = await shared()
  const since = running.trace.now()
  await rig.keyDown(TALK_KEY)
  await running.trace.untilPhase('listening', { since })
  await untilSpoken(running, since)
  await rig.unplugMicrophone()
  const said = await outcome(rig, running, since)
  const committed = running.trace.wire('input_audio_buffer.commit').filter(({ at }) => at >= since).length
  await letGo(rig, running, since)
  await rig.plugMicrophone()
  await goodTurn(rig, running)
  const notice = { tag: 'mic-lost', text: noticeWords({ tag: 'mic-lost', kept: true }) }
  expect({ said, committed }).toEqual({ said: { ...told('mic-lost'), notice }, committed: 0 })
})

test('others use all there is of the microphone: one sentence, and it works when they have let go', async () => {
  const running = await shared()
  const release = await occupyMicrophone()
  const said = await pressUntilTold(rig, running, BUSY_LIMIT_MS)
  await release()
  await goodTurn(rig, running)
  expect(said).toEqual(told('mic-busy'))
})

const recordingsOfAll = async (): Promise<number> => (await runTool('pactl', ['list', 'short', 'source-outputs'], rig.env)).trim().split('\n').length

/** Each remapped source records from its master, like a program would. Told on the server's own console: a pactl for each takes a while. */
async function occupyMicrophone(): Promise<() => Promise<void>> {
  const path = join(rig.folder, 'pulse-console')
  await runTool('pactl', ['load-module', 'module-cli-protocol-unix', `socket=${path}`], rig.env)
  const console = connect(path)
  const lines = Array.from({ length: MOST_RECORDINGS }, (_, at) => `load-module module-remap-source master=virtmic source_name=other-${String(at)}`)
  console.write(`${lines.join('\n')}\n`)
  await until('a microphone that is in use', async () => (await recordingsOfAll()) > MOST_RECORDINGS, OCCUPIED_WITHIN_MS) // its own is among them
  console.destroy()
  return async () => {
    await rig.unplugMicrophone().catch(() => undefined) // one goes with the other, which pactl takes for an error
    await rig.plugMicrophone()
  }
}

test('a tap: a hint for a moment that is no complaint, and nothing was sent as a turn', async () => {
  const running = await shared()
  await goodTurn(rig, running)
  const since = running.trace.now()
  await rig.tapKeys(TALK_KEY)
  const slip = running.page.getByTestId('slip')
  await slip.waitFor()
  const said = await slip.innerText()
  await slip.waitFor({ state: 'detached', timeout: 2 * SLIP_MS })
  const newer = ({ at }: { readonly at: number }) => at >= since
  expect({ said, told: [...running.trace.marks('notice'), ...running.trace.wire('input_audio_buffer.commit')].filter(newer), notice: (await running.view()).notice }).toEqual({
    said: errorWords('too-short'), told: [], notice: null,
  })
})

const isAbout = (start: string) => (mark: Mark): boolean => mark.name === 'notice' && String(mark['tag']).startsWith(start)

test('the sound server is gone: each device is complained about, but not for ever', async () => {
  const running = await shared()
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
