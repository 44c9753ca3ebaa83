import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import { type App, startApp } from '../support/app/app'
import { killApp } from '../support/history/kill-run'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { hold, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'

/** A player that goes on while one speaks; its volume is asked of the sound server, not of the app. */
const FULL = [50_000]
const HALF = [25_000]
/** One that nobody has set yet. */
const LATE = { full: [65_536], half: [32_768] }
/** What a quit may take in all (src/main/app/adapters/app-lifecycle.ts): then it goes on without what is not done, and the next start does it. */
const STOP_BOUND_MS = 2_000
const MOST_TRIES = 3
/** By this name the sound server knows paplay. */
const PLAYER = 'pacat'

let rig: Rig
let app: App
let music: { readonly stop: () => Promise<void> }
const userData = (): string => join(rig.folder, 'lowering')
const start = () => startApp(rig, { userData: userData(), settings: { lowerOthers: true } })

const volumes = async (binary: string): Promise<readonly number[]> => (await streamsOf(binary)).flatMap(({ volume }) => Object.values(volume).map(({ value }) => value))
const indexOf = async (binary: string): Promise<string> => String((await streamsOf(binary))[0]?.index)

beforeAll(async () => {
  rig = await startRig()
  const wav = join(rig.folder, 'music.wav')
  await makeTone(wav, { hz: 300, seconds: 120 })
  music = rig.startSpeaking(wav)
  await until('music', async () => (await volumes(PLAYER)).length > 0)
  await runTool('pactl', ['set-sink-input-volume', await indexOf(PLAYER), ...FULL.map(String)], rig.env)
  app = await start()
})
afterAll(async () => {
  await app.close()
  await music.stop()
  await rig.stop()
})

interface SinkInput {
  readonly index: number
  readonly volume: Readonly<Record<string, { readonly value: number }>>
  readonly properties: Readonly<Record<string, string>>
}

async function streamsOf(binary: string): Promise<readonly SinkInput[]> {
  const listed: readonly SinkInput[] = JSON.parse(await runTool('pactl', ['-f', 'json', 'list', 'sink-inputs'], rig.env))
  return listed.filter(({ properties }) => properties['application.process.binary'] === binary)
}
const untilMusicAt = (what: string, wanted: readonly number[]) => until(what, async () => JSON.stringify(await volumes(PLAYER)) === JSON.stringify(wanted))

test('others play at half while one speaks, we do not, and each has its own volume back', async () => {
  const ours: number[] = []
  await hold(rig, app, async () => {
    await untilMusicAt('lowered music', HALF)
    ours.push(...(await volumes('electron')))
  })
  await untilMusicAt('restored music', FULL)
  await until('nothing owed', () => Promise.resolve(!existsSync(join(userData(), 'lowered.json'))))
  expect([ours.length > 0, new Set(ours)]).toEqual([true, new Set([65_536])])
})

test('who begins to play while one speaks is as quiet, and as loud behind it', async () => {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await untilMusicAt('lowered music', HALF)
  const late = rig.startSpeaking(join(rig.folder, 'music.wav'))
  await untilMusicAt('both lowered', [...HALF, ...LATE.half])
  await rig.keyUp(TALK_KEY)
  await untilMusicAt('both restored', [...FULL, ...LATE.full])
  await late.stop()
})

test('what somebody sets by hand meanwhile stays', async () => {
  const byHand = [20_000]
  await hold(rig, app, async () => {
    await untilMusicAt('lowered music', HALF)
    await runTool('pactl', ['set-sink-input-volume', await indexOf(PLAYER), ...byHand.map(String)], rig.env)
  })
  await until('nothing owed', () => Promise.resolve(!existsSync(join(userData(), 'lowered.json'))))
  expect(await volumes(PLAYER)).toEqual(byHand)
  await runTool('pactl', ['set-sink-input-volume', await indexOf(PLAYER), ...FULL.map(String)], rig.env)
})

test('killed while one speaks: the next start gives the volume back', async () => {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await untilMusicAt('lowered music', HALF)
  await killApp(app)
  await rig.keyUp(TALK_KEY)
  const left = await volumes(PLAYER)
  app = await start()
  await untilMusicAt('restored music', FULL)
  expect(left).toEqual(HALF)
})

/** Quits while somebody speaks, looks what is left, and starts again. */
async function quitWhileSpeaking(): Promise<{ readonly inTime: boolean; readonly left: readonly number[] }> {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await untilMusicAt('lowered music', HALF)
  const from = performance.now()
  await app.close()
  const inTime = performance.now() - from < STOP_BOUND_MS
  const left = await volumes(PLAYER)
  await rig.keyUp(TALK_KEY)
  app = await start()
  return { inTime, left }
}

test('quit while one speaks: restored before it is gone', async () => {
  let seen = await quitWhileSpeaking()
  for (let tries = 1; tries < MOST_TRIES && !seen.inTime && seen.left.join() !== FULL.join(); tries += 1) {
    await untilMusicAt('music restored by the next start', FULL)
    seen = await quitWhileSpeaking()
  }
  expect(seen.left).toEqual(FULL)
})
