import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { SAMPLE_RATE_HZ } from '../../../src/shared/audio/audio-format'
import { type App, startApp, useEndpoint } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { session } from '../support/app/practice-app'
import { count, hold, holdAndSay, mark, sentence } from '../support/app/talking'
import { untilKept } from '../support/history/history-file'
import { historyPage } from '../support/history/history-page'
import { type Rig, startRig } from '../support/sound/rig'
import { silenceFor, soundsWhile } from '../support/sound/sound-checks'
import { startIn, switchMode, untilTheServerHears } from '../support/talk/hands-free'
import { sentSegments } from '../support/talk/sent-segments'
import { ask, newTalk } from '../support/talk/typed-talk'

/** Sessions that end when nobody expects it, or never mean what they say about it. */
let rig: Rig
let app: App
let short: string
let long: string
let practice: PracticeServer
beforeAll(async () => {
  rig = await startRig()
  short = await sentence(rig, 'short', 'Hello?')
  long = await sentence(rig, 'long', 'I am talking and talking and I do not come to an end because I have a lot to say.')
  practice = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

const SLEEP_AFTER_MINUTES = 0.02
/** With the answer behind it enough for a second session, if the first were believed to end three seconds after it began. */
const LOOK_MS = 1_500

const notices = (since: number) => app.trace.marks('notice').filter(({ at }) => at > since).map(({ tag }) => tag)
const untilConnection = (state: string, since: number) => app.trace.until(`a connection that is ${state}`, (each) => each.name === 'connection' && each['state'] === state, { since })

beforeEach(async () => {
  const since = app.trace.now()
  await newTalk(app)
  await untilConnection('ready', since) // or what is cut, and what is counted, is the session before
})

/** What the person finds in the history window under Drafts. */
async function draftsShown(of: App): Promise<number> {
  const page = await historyPage(of)
  await page.getByTestId('tab-drafts').click()
  return page.getByTestId('draft').count()
}

/** Someone speaks hands-free, and the server has heard it begin. Gives the way to end it. */
async function inMidSentence(of: App, since: number): Promise<() => Promise<void>> {
  const speech = rig.startSpeaking(long)
  await untilTheServerHears(of, since)
  return () => speech.stop()
}

async function spokenAnswer(): Promise<void> {
  const released = await holdAndSay(rig, app, short)
  await mark(app, 'playbackDrained', released.at)
  await app.trace.untilPhase('idle', { since: released.at })
}

test('close 1000, or 4000 without an error, while nobody talks: asleep without a word or a sound, and the next press is answered', async () => {
  const [since, before] = [app.trace.now(), practice.sessions.length]
  const heard: number[] = []
  for (const kind of ['close-1000', 'close-4000-silent'] as const) {
    const from = app.trace.now()
    heard.push(await soundsWhile(rig, async () => {
      practice.cut(kind)
      await untilConnection('asleep', from)
      await silenceFor(300)()
    }))
    await spokenAnswer()
  }
  expect({ heard, notices: notices(since), sessions: practice.sessions.length - before }).toEqual({ heard: [0, 0], notices: [], sessions: 2 })
})

test('close-1000 while somebody speaks: every sample is in the draft, the sentence says so, and the next press is answered', async () => {
  const since = app.trace.now()
  await hold(rig, app, async () => {
    const speech = rig.startSpeaking(short)
    await eventually(() => session(practice).appendedBytes > SAMPLE_RATE_HZ / 2).toBe(true)
    practice.cut('close-1000')
    await speech.done
  })
  const closed = await mark(app, 'captureClosed', since)
  const { drafts } = await untilKept(app, 'a draft', (kept) => kept.drafts.length === 1)
  const pcm = drafts[0]?.pcm ?? Buffer.alloc(0)
  const sent = sentSegments(app).filter(({ at }) => at > since)
  const words = await app.page.getByTestId('notice').innerText()
  await spokenAnswer()
  await eventually(() => draftsShown(app)).toBe(1)
  expect({ samples: pcm.byteLength / 2, beginsAsSent: sent.length > 0 && pcm.subarray(0, sent[0]?.pcm.byteLength).equals(sent[0]?.pcm ?? pcm), words }).toEqual({
    samples: count(closed, 'samples'), beginsAsSent: true, words: expect.stringMatching(/^The server ended the session.*Drafts\./s),
  })
})

test('another voice in the midst of a sentence, hands-free: what was said is a draft, and it listens again', async () => {
  await startIn(app, 'hands-free')
  const [since, sessions] = [app.trace.now(), practice.sessions.length]
  const before = await draftsShown(app)
  const end = await inMidSentence(app, since)
  await changeSettings(app, { voice: 'cedar' })
  await app.trace.untilReady({ since })
  await end()
  await mark(app, 'captureReady', since)
  await eventually(() => draftsShown(app)).toBe(before + 1)
  const again = app.trace.now()
  await rig.speak(short)
  await mark(app, 'playbackDrained', again)
  expect({ mode: (await app.view()).mode, notices: notices(since), sessions: practice.sessions.length - sessions }).toEqual({ mode: 'hands-free', notices: [], sessions: 1 })
})

test('hands-free, muted and asleep: neither a word nor a sound, and unmuting listens again', async () => {
  await startIn(app, 'hands-free')
  const since = app.trace.now()
  await app.page.evaluate(() => { window.assistant.press() })
  await eventually(async () => (await app.view()).muted).toBe(true)
  await silenceFor(500)() // the sound of the mute itself is over
  const heard = await soundsWhile(rig, async () => {
    await changeSettings(app, { sleepAfterMinutes: SLEEP_AFTER_MINUTES })
    await untilConnection('asleep', since)
    await silenceFor(300)()
  })
  const { mode, muted, connection } = await app.view()
  await changeSettings(app, { sleepAfterMinutes: 0 })
  const unmuted = app.trace.now()
  await app.page.evaluate(() => { window.assistant.press() })
  await mark(app, 'captureReady', unmuted)
  await rig.speak(short)
  await mark(app, 'playbackDrained', unmuted)
  expect({ heard, notices: notices(since), mode, muted, connection }).toEqual({ heard: 0, notices: [], mode: 'hands-free', muted: true, connection: { state: 'asleep' } })
})

test('a session that is said to end in three seconds: one session, and questions are answered', async () => {
  await startIn(app, 'hold')
  const server = await startPracticeServer({ lifetimeSeconds: 3, graceSeconds: 60 })
  await useEndpoint(app, server)
  await silenceFor(LOOK_MS)()
  await ask(app, 'Still there?')
  expect(server.sessions).toHaveLength(1)
  await useEndpoint(app, practice)
  await server.close()
})

// The last one.
test('quit in the midst of a sentence, hands-free: what was said is among the drafts at the next start', async () => {
  await switchMode(rig, app, 'hands-free')
  const before = await draftsShown(app)
  const end = await inMidSentence(app, app.trace.now())
  await silenceFor(500)()
  const ended = once(app.electron.process(), 'exit')
  app.electron.process().kill('SIGTERM')
  await ended
  await end()
  app = await startApp(rig, { userData: app.userData, ready: false })
  await eventually(() => draftsShown(app)).toBe(before + 1)
})
