import { afterAll, beforeAll, expect, test } from 'vitest'
import { appends, startIn, untilQuiet, untilTheServerHears } from '../support/talk/hands-free'
import { callLines } from '../support/tools/cards'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { loudestWhile } from '../support/sound/sound-checks'
import { count, items, mark, sentence, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'
import { defaultSettings } from '../../../src/shared/settings'
import { FRAME_SAMPLES, msToSamples, samplesToMs } from '../../../src/shared/audio/audio-format'
import { changeSettings } from '../support/app/change-settings'

const AUDIBLE = 0.02
/** The silence by which the server's detector finds the end of speech that a closed gate has cut off. */
const PAD_MS = 800
/** The shortest the settings allow. */
const IDLE_MS = 5_000
/** The server hears in frames. */
const FRAMES_MS = 100

let rig: Rig
let talking: PracticeApp
let short: string
let long: string
beforeAll(async () => {
  rig = await startRig()
  short = await sentence(rig, 'short', 'Can you hear me?')
  // Without a comma: the server must not take a pause for its end.
  long = await sentence(rig, 'long', 'This is a longer sentence so that its echo lasts.')
  talking = await startPracticeApp(rig)
  await startIn(talking.app, 'hands-free')
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

async function tapTalkKey(): Promise<void> {
  await rig.keyDown(TALK_KEY)
  await rig.keyUp(TALK_KEY)
}

/** The server has been told how long a silence may be. */
const untilDetection = (since: number, idleTimeoutMs: number | null): Promise<void> =>
  until('a session with that timeout', () => Promise.resolve(talking.app.trace.wire('session.updated').some(({ at, event }) => at > since && JSON.stringify(event['session']).includes(`"idle_timeout_ms":${String(idleTimeoutMs)}`))))

const untilMicrophone = (open: boolean, since: number): Promise<unknown> =>
  talking.app.trace.until(`an ${open ? 'open' : 'muted'} microphone`, (each) => each.name === 'mode' && each['open'] === open, { since })

test('speech is answered aloud without a key', async () => {
  const { app, practice } = talking
  const since = app.trace.now()
  const heard = await loudestWhile(rig, async () => {
    await rig.speak(short)
    await mark(app, 'playbackDrained', since)
  })
  const answer = await mark(app, 'playbackDrained', since)
  const committed = session(practice).committedAudio.at(-1)
  expect({ heard: heard > AUDIBLE, samples: answer['heardSamples'], roles: (await items(app)).map(({ role, status }) => [role, status]) }).toEqual({
    heard: true,
    samples: (committed?.byteLength ?? 0) / 2,
    roles: [['user', 'done'], ['assistant', 'done']],
  })
})

test('a spoken question calls a tool, and its answer is spoken, all without a key', async () => {
  const { app, practice } = talking
  await untilQuiet(app)
  practice.addScript([{ outputs: [{ kind: 'function-call', name: 'calculate', arguments: '{"expression":"6*7"}' }] }, { outputs: [{ kind: 'say', text: 'That is forty two.' }] }])
  const [since, before] = [app.trace.now(), (await items(app)).length]
  const heard = await loudestWhile(rig, async () => {
    await rig.speak(short)
    await mark(app, 'playbackDrained', since)
  })
  await untilQuiet(app)
  const said = (await items(app)).slice(before).map(({ kind, text }) => [kind, text])
  expect({
    heard: heard > AUDIBLE,
    said: said.slice(1),
    calls: await callLines(app),
    presses: app.trace.marks('press').filter(({ at }) => at > since).length,
    asked: app.trace.wire('response.create').filter(({ at }) => at > since).length,
    open: session(practice).openCalls,
  }).toEqual({ heard: true, said: [['tool', ''], ['speech', 'That is forty two.']], calls: [expect.stringMatching(/^calculate not-asked done: .*42/)], presses: 0, asked: 1, open: [] })
})

test('speaking into an answer interrupts it', async () => {
  const { app, practice } = talking
  await untilQuiet(app)
  const since = app.trace.now()
  await rig.speak(long)
  await mark(app, 'playbackStarted', since)
  await rig.speak(short)
  const cut = await mark(app, 'cut', since)
  const stopped = await mark(app, 'playbackStopped', since)
  await mark(app, 'playbackDrained', cut.at) // the answer to the interruption

  expect(count(stopped, 'renderedAfterStop')).toBeLessThanOrEqual(FRAME_SAMPLES)
  expect(session(practice).truncations).toEqual([{ itemId: app.trace.wireOf(cut['item']), audioEndMs: Math.floor(count(cut, 'heardSamples') / 24) }])
  expect(count(cut, 'heardSamples')).toBeLessThan(count(cut, 'receivedSamples'))
})

test('a long silence after an answer: the server asks into it, if that is wished', async () => {
  const { app, practice } = talking
  await untilQuiet(app)
  const set = (idleTimeoutMs: number | null) =>
    changeSettings(app, { vad: { ...defaultSettings('linux').vad, idleTimeoutMs } })
  const since = app.trace.now()
  await set(IDLE_MS)
  await untilDetection(since, IDLE_MS)
  const responses = session(practice).responsesCreated
  await rig.speak(short)
  const answer = await mark(app, 'playbackDrained', since)
  const asked = await mark(app, 'playbackDrained', answer.at + 1)
  await untilQuiet(app)
  const changed = app.trace.now()
  await set(null)
  await untilDetection(changed, null)
  const [timeout] = app.trace.wire('input_audio_buffer.timeout_triggered').filter(({ at }) => at > since)
  const laterMs = (timeout?.at ?? 0) - answer.at
  const silenceMs = Number(timeout?.event['audio_end_ms']) - Number(timeout?.event['audio_start_ms'])
  expect({
    responses: session(practice).responsesCreated - responses,
    inTime: laterMs > 0 && laterMs < IDLE_MS * 1.5,
    longEnough: silenceMs >= IDLE_MS && silenceMs < IDLE_MS + samplesToMs(count(answer, 'heardSamples')) + FRAMES_MS,
    heard: count(asked, 'heardSamples') > 0,
    last: (await items(app)).slice(-4).map(({ role, status }) => [role, status]),
    notices: app.trace.marks('notice').filter(({ at }) => at > since),
  }).toEqual({ responses: 2, inTime: true, longEnough: true, heard: true, last: [['user', 'done'], ['assistant', 'done'], ['user', 'done'], ['assistant', 'done']], notices: [] })
})

test('the talk key mutes and unmutes: what is said in between never leaves', async () => {
  const { app, practice } = talking
  await untilQuiet(app)
  const pressed = app.trace.now()
  await tapTalkKey()
  await untilMicrophone(false, pressed)
  const closed = await mark(app, 'captureClosed', pressed)
  await rig.speak(short)
  const muted = { view: (await app.view()).muted, appends: appends(app.trace.wire().filter(({ at }) => at > closed.at)) }

  const responses = session(practice).responsesCreated
  const again = app.trace.now()
  await tapTalkKey()
  await untilMicrophone(true, again)
  await mark(app, 'captureReady', again)
  await rig.speak(short)
  await mark(app, 'playbackDrained', again)
  const { muted: stillMuted } = await app.view()
  expect({ muted, stillMuted, answers: session(practice).responsesCreated - responses }).toEqual({
    muted: { view: true, appends: 0 },
    stillMuted: false,
    answers: 1,
  })
})

test('the talk key in mid-speech: what was said so far is answered', async () => {
  const { app } = talking
  await untilQuiet(app)
  const since = app.trace.now()
  const speech = rig.startSpeaking(long)
  await untilTheServerHears(app, since)
  await tapTalkKey()
  await untilMicrophone(false, since)
  const { samples } = await mark(app, 'captureClosed', since)
  const drained = await mark(app, 'playbackDrained', since)
  await speech.stop()

  const sent = app.trace.wire('input_audio_buffer.append').filter(({ at }) => at > since).map(({ event }) => event['bytes'])
  expect({ answered: count(drained, 'heardSamples') > 0, captured: Number(samples) > 0, last: sent.at(-1) }).toEqual({
    answered: true,
    captured: true,
    last: msToSamples(PAD_MS) * 2,
  })
})
