import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { isTold } from '../support/cuts/context'
import { eventually } from '../support/app/eventually'
import { setOnline } from '../support/talk/network'
import { session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { count, hold, holdAndSay, mark, sentence } from '../support/app/talking'
import { until } from '../support/app/until'
import { changeSettings } from '../support/app/change-settings'

/** 1.2 s. */
const SLEEP_AFTER_MINUTES = 0.02
/** Time to tell of the network before the wait is over by itself. Of the waits of a series one is as long, but for one series in 10 000. */
const LONG_WAIT_MS = 1_200
/** In one breath, with room for a machine that takes the processor away in the midst of it; a first wait, if it were waited, is up to 500 ms. */
const AT_ONCE_MS = 100
/** What a socket is given to show that it lives, 5 s, and the time to notice; one that nobody hurries takes 20 s at least. */
const PROBE_MS = { least: 4_000, most: 15_000 }

let rig: Rig
let app: App
let practice: PracticeServer
let wav: string
beforeAll(async () => {
  rig = await startRig({ logind: true })
  wav = await sentence(rig, 'hello', 'Are you still awake?')
  practice = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, practice)
})
afterAll(async () => {
  const ended = once(app.electron.process(), 'exit')
  app.electron.process().kill('SIGTERM')
  await ended
  await practice.close()
  await rig.stop()
})
beforeEach(() => app.page.evaluate(() => window.assistant.newConversation({ private: false })))

const now = (): Promise<number> => app.electron.evaluate(() => performance.now())

/** Resolves, in a long wait for the next attempt, with when it began and when it would end by itself. */
async function longWait() {
  let wait = { began: 0, ends: 0 }
  await until('a long wait', async () => {
    const { connection } = await app.view()
    const newest = app.trace.marks('connection').at(-1)
    if (connection.state !== 'waiting' || connection.delayMs < LONG_WAIT_MS || newest?.['state'] !== 'waiting') return false
    wait = { began: newest.at, ends: newest.at + connection.delayMs }
    return true
  }, 30_000)
  return wait
}

const untilConnection = (state: string, since: number) =>
  app.trace.until(`a connection that is ${state}`, (each) => each.name === 'connection' && each['state'] === state, { since, limitMs: 20_000 })

async function goodTurn(): Promise<void> {
  const released = await holdAndSay(rig, app, wav)
  await app.trace.untilPhase('idle', { since: released.at })
}

/** Of the turn pressed first since then: every sample the microphone counted is in the one question the newest session was asked. */
async function lostSamples(since: number): Promise<number> {
  const captured = count(await mark(app, 'captureClosed', since), 'samples')
  return captured - session(practice).answered.filter(({ completed }) => completed).reduce((sum, { bytes }) => sum + bytes / 2, 0)
}

/** What was said before the newest session began, in its own words. */
const told = () => session(practice).context.filter(isTold).map(({ role }) => role)

test('asleep after a quiet while; the press that wakes it loses no sample', async () => {
  await goodTurn()
  const since = app.trace.now()
  await changeSettings(app, { sleepAfterMinutes: SLEEP_AFTER_MINUTES })
  await untilConnection('asleep', since)
  await eventually(() => session(practice).closeCode).toBe(1_000)
  const asleep = { view: (await app.view()).connection, sessions: practice.stats.openSessions }
  const [before, pressed] = [practice.sessions.length, app.trace.now()]
  await changeSettings(app, { sleepAfterMinutes: 0 })
  await goodTurn()
  expect({ asleep, woken: practice.sessions.length - before, lost: await lostSamples(pressed), told: told(), notices: app.trace.marks('notice').filter(({ at }) => at > since) }).toEqual({
    asleep: { view: { state: 'asleep' }, sessions: 0 },
    woken: 1,
    lost: 0,
    told: ['user', 'assistant'],
    notices: [],
  })
})

test('the network comes back: tried at once, however long the wait would have been', async () => {
  await goodTurn()
  const since = app.trace.now()
  await setOnline(app, false)
  practice.setFaults(['http-503'])
  practice.cut('drop')
  const wait = await longWait()
  practice.setFaults([])
  await setOnline(app, true)
  const again = await untilConnection('connecting', wait.began)
  await app.trace.untilReady({ since: again.at })
  await eventually(told).toEqual(['user', 'assistant'])
  expect({ atOnce: again.at < wait.ends, notices: app.trace.marks('notice').filter(({ at }) => at > since) }).toEqual({ atOnce: true, notices: [] })
})

test('a silent connection is doubted when the network changes: dead within seconds, and the conversation goes on', async () => {
  await goodTurn()
  const since = app.trace.now()
  practice.cut('half-open')
  await setOnline(app, false)
  const doubted = await now()
  await setOnline(app, true)
  const dead = await untilConnection('waiting', since)
  await app.trace.untilReady({ since: dead.at })
  const pressed = app.trace.now()
  await goodTurn()
  const tookMs = dead.at - doubted
  expect({ soon: tookMs > PROBE_MS.least && tookMs < PROBE_MS.most, lost: await lostSamples(pressed), told: told() }).toEqual({ soon: true, lost: 0, told: ['user', 'assistant'] })
})

// The last one: Chromium closes its sockets when the computer sleeps, and with them the one by which Playwright speaks to the page.
test('the computer sleeps in mid-sentence: the socket counts as dead, and what was said is answered on waking', async () => {
  await goodTurn()
  await until('an app that listens', async () => (await rig.logind.inhibitors()).includes("'sleep'"))
  const [since, before] = [app.trace.now(), practice.sessions.length]
  practice.addScript([{ thinkMs: 5_000 }]) // once its answer begins, the question is not asked again
  await hold(rig, app, async () => {
    await rig.speak(wav)
    await rig.logind.suspend()
    await mark(app, 'release', since) // the key is held; no key-up would come
  })
  await rig.logind.resume()
  const dead = await untilConnection('waiting', since)
  const again = await untilConnection('connecting', dead.at)
  await app.trace.untilPhase('idle', { since: again.at })
  expect({ atOnce: again.at - dead.at < AT_ONCE_MS, sessions: practice.sessions.length - before, lost: await lostSamples(since), told: told() }).toEqual({
    atOnce: true,
    sessions: 1,
    lost: 0,
    told: ['user', 'assistant'],
  })
})
