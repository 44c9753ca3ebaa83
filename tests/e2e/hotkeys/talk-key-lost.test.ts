import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { untilQuiet } from '../support/talk/hands-free'
import { swallowReleases } from '../support/talk/keys'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { mark, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'

/** A reading every 10 s, and the time to answer. */
const READ_WITHIN_MS = 11_000
const AT_ONCE_MS = 1_000

let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig({ logind: true })
  app = await startApp(rig)
  const tone = join(rig.folder, 'tone.wav')
  await makeTone(tone, { hz: 440, seconds: 120 })
  rig.startSpeaking(tone)
})
afterEach(() => rig.keyUp(TALK_KEY))
afterAll(async () => {
  const ended = once(app.electron.process(), 'exit')
  app.electron.process().kill('SIGTERM')
  await ended
  await rig.stop()
})

async function holdKey(): Promise<number> {
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  return since
}

/** The key goes up, and nobody tells of it. Resolves with that moment and the way back. */
async function letGoUnseen() {
  const hear = await swallowReleases(app)
  const at = await app.electron.evaluate(() => performance.now())
  await rig.keyUp(TALK_KEY)
  return { at, hear }
}

/**
 * Resolves when the app knows: what is pressed while it falls asleep counts as let go. Electron 33 tells of one sleep twice, and the
 * second time would let go a key that was pressed behind the first.
 */
async function fallAsleep(): Promise<void> {
  const slept = await app.electron.evaluateHandle(({ powerMonitor }) => {
    const state = { tellings: process.versions.electron.startsWith('33.') ? 2 : 1 }
    powerMonitor.on('suspend', () => { state.tellings -= 1 })
    return state
  })
  await rig.logind.suspend()
  await until('an app that knows of the sleep', () => slept.evaluate(({ tellings }) => tellings <= 0))
}

/** No need to listen to the answer. */
async function hush(): Promise<void> {
  await rig.tapKeys('Escape')
  await untilQuiet(app)
}

const releases = (since: number): number => app.trace.marks('release').filter(({ at }) => at > since).length

test('a swallowed release is found out within 10 s', async () => {
  const since = await holdKey()
  const { at, hear } = await letGoUnseen()
  const released = await app.trace.until('the release', ({ name }) => name === 'release', { since, limitMs: READ_WITHIN_MS })
  await hear()
  await hush()
  expect({ late: released.at - at > READ_WITHIN_MS }).toEqual({ late: false })
})

test('on lock a key that is down stays down, and one that is up was let go', async () => {
  const since = await holdKey()
  const lock = () => app.electron.evaluate(({ powerMonitor }) => {
    const at = performance.now()
    powerMonitor.emit('lock-screen')
    return at
  })
  await lock()
  await delay(AT_ONCE_MS)
  const held = releases(since)
  const { hear } = await letGoUnseen()
  const at = await lock()
  const released = await mark(app, 'release', since)
  await hear()
  await hush()
  expect({ held, atOnce: released.at - at < AT_ONCE_MS }).toEqual({ held: 0, atOnce: true })
})

// The last one: Chromium closes its sockets when the computer sleeps, and with them the one by which Playwright speaks to the page.
test('after waking the key is read again: let go while nobody looked, it is let go', async () => {
  await until('an app that listens', async () => (await rig.logind.inhibitors()).includes("'sleep'"))
  await fallAsleep()
  const since = await holdKey()
  const { at, hear } = await letGoUnseen()
  await rig.logind.resume()
  const released = await mark(app, 'release', since)
  await hear()
  expect({ atOnce: released.at - at < 2 * AT_ONCE_MS }).toEqual({ atOnce: true })
})
