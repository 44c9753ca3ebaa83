import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { FaultName } from '../../../src/main/practice/faults/faults'
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import type { SessionReport } from '../../support/practice/session-report'
import { defaultSettings } from '../../../src/shared/settings'
import { samplePng } from '../../fakes/sample-images'
import { type App, startApp, useEndpoint } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { holdAndSay, mark, sentence } from '../support/app/talking'
import { type Rig, startRig } from '../support/sound/rig'
import { silenceFor } from '../support/sound/sound-checks'
import { startIn } from '../support/talk/hands-free'
import { handoversSince } from '../support/talk/rolling'
import { ask, newTalk, wordsOf } from '../support/talk/typed-talk'

/** Servers that are set up, listen and end in ways of their own. */
let rig: Rig
let app: App
let wav: string
const servers: PracticeServer[] = []
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'question', 'Hello?')
  app = await startApp(rig, { args: ['--short-sessions'] })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})
afterEach(async () => {
  await startIn(app, 'hold')
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const SLEEP_AFTER_MINUTES = 0.02
/** By our clock, each of its sessions of an hour would end after three seconds. */
const BEHIND_S = 3_597

async function talkWith(options: PracticeOptions): Promise<PracticeServer> {
  await newTalk(app)
  const server = await startPracticeServer({ ...options })
  servers.push(server)
  await useEndpoint(app, server)
  return server
}

const notices = (since: number) => app.trace.marks('notice').filter(({ at }) => at > since).map(({ tag }) => tag)
const shown = () => wordsOf(app.page, 'item')
/** The person's own come first; what goes with tools is the same each time. */
const instructions = ({ received }: SessionReport) => received.filter(({ type }) => type === 'session.update').map((event) => String(Object(event['session']).instructions).split('\n')[0])

test('a server that begins in its own way, refuses what it does not know and names nothing: a spoken question is answered', async () => {
  const since = app.trace.now()
  const server = await talkWith({ faults: ['conversation-created', 'bare-session', 'nameless-errors'] })
  await holdAndSay(rig, app, wav)
  await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since })
  await eventually(async () => (await shown()).length).toBe(2)
  expect({ notices: notices(since), sessions: server.sessions.length }).toEqual({ notices: [], sessions: 1 })
})

test.each<readonly ['server' | 'semantic', FaultName]>([
  ['server', 'no-server-vad'],
  ['semantic', 'no-semantic-vad'],
])('one that cannot find the end of speech as it is asked to (%s), and names nothing: hands-free listens the other way, and says so', async (kind, fault) => {
  await changeSettings(app, { vad: { ...defaultSettings('linux').vad, kind } })
  await talkWith({ faults: [fault, 'nameless-errors'] })
  const since = app.trace.now()
  await startIn(app, 'hands-free')
  await rig.speak(wav)
  await mark(app, 'playbackDrained', since)
  expect({ notices: notices(since), mode: (await app.view()).mode }).toEqual({ notices: ['vad'], mode: 'hands-free' })
})

test('one that hears things while the key is up: a waiting image stays, the session rolls over and sleeps, and the next press takes the image along', async () => {
  const server = await talkWith({ faults: ['hears-things'], lifetimeSeconds: 4, graceSeconds: 10 })
  const since = app.trace.now()
  await app.page.evaluate((bytes) => window.assistant.attachImage('shot.png', Uint8Array.from(bytes)), [...samplePng(8, 8)])
  await changeSettings(app, { instructions: 'Be brief.' })
  await eventually(() => app.trace.wire('input_audio_buffer.speech_started').some(({ at }) => at > since)).toBe(true)
  const { phase, hearing } = await app.view()
  await mark(app, 'handover', since)
  await changeSettings(app, { sleepAfterMinutes: SLEEP_AFTER_MINUTES })
  await app.trace.until('sleep', ({ name, state }) => name === 'connection' && state === 'asleep', { since })
  const waiting = { phase, hearing, attached: await app.page.getByTestId('attachment').count(), items: await shown(), images: server.sessions.flatMap(({ images }) => images).length }
  await changeSettings(app, { sleepAfterMinutes: 0 })
  const pressed = app.trace.now()
  await holdAndSay(rig, app, wav)
  await mark(app, 'playbackDrained', pressed)
  await app.trace.untilPhase('idle', { since: pressed })
  const sent = server.sessions.filter(({ receivedTypes }) => receivedTypes.includes('response.create')).map(({ images }) => images.length)
  expect({ waiting, sent, attached: await app.page.getByTestId('attachment').count(), notices: notices(since) }).toEqual({
    waiting: { phase: 'idle', hearing: false, attached: 1, items: [], images: 0 }, sent: [1], attached: 0, notices: [],
  })
})

test('instructions that change while the next session waits for the end of an answer: it takes over with the new ones', async () => {
  const server = await talkWith({ lifetimeSeconds: 6, graceSeconds: 10, script: [{ outputs: [{ kind: 'say', text: 'A long story, told slowly and at length, of a ship, the sea, and all that was ever found in it.' }] }] })
  const since = app.trace.now()
  const answer = ask(app, 'Tell me a story.')
  await eventually(() => server.sessions[1]?.sentTypes.includes('session.updated')).toBe(true)
  const early = handoversSince(app, since).length
  await changeSettings(app, { instructions: 'Answer in verse.' })
  await answer
  await mark(app, 'handover', since)
  await ask(app, 'And now?')
  const [first, second] = server.sessions
  const asked = [first, second].map((each) => each?.receivedTypes.filter((type) => type === 'response.create').length)
  expect({ early, asked, told: second && instructions(second) }).toEqual({ early: 0, asked: [1, 1], told: ['Be brief.', 'Answer in verse.'] })
})

test('one whose clock is an hour behind: one session, not one after the other', async () => {
  const server = await talkWith({ faults: [{ name: 'other-clock', value: BEHIND_S }] })
  await ask(app, 'What time is it?')
  await silenceFor(500)()
  expect(server.sessions).toHaveLength(1)
})
