import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { appends, SERVER_VAD, startIn, switchMode, switchOnTheWire, untilQuiet, untilTheServerHears } from '../support/talk/hands-free'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { count, holdAndSay, mark, sentence, TALK_KEY } from '../support/app/talking'

let rig: Rig
let talking: PracticeApp
let short: string
let long: string
beforeAll(async () => {
  rig = await startRig()
  short = await sentence(rig, 'short', 'Can you hear me?')
  // Without a comma: the server must not take a pause for its end.
  long = await sentence(rig, 'long', 'I am talking and talking and I do not come to an end because I have a lot to say.')
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const TO_HANDS_FREE = { turnDetection: { input: { turn_detection: SERVER_VAD } }, acknowledged: true, clearedBefore: true, appendsWaiting: 0 }
const TO_HOLD = { turnDetection: { input: { turn_detection: null } }, acknowledged: true, clearedAfter: true, appendsWaiting: 0 }

/** More than a switch in its midst can take, however slow it is: a hum of some seven seconds. */
const LONG_ANSWER = 'This answer goes on and on so that whoever cuts it off can be sure that there is still a lot of it to cut.'
const answersLong = () => talking.practice.addScript([{ outputs: [{ kind: 'say', text: LONG_ANSWER }] }])

/** The app writes its trace in its own time. */
const wentOverTheWire = (since: number, as: object): Promise<void> => eventually(() => switchOnTheWire(talking.app, since)).toMatchObject(as)

/** Whoever speaks now is answered, and the answer is heard to its end. */
async function handsFreeWorks(since: number): Promise<void> {
  const { app } = talking
  const answer = await mark(app, 'playbackDrained', since)
  expect(count(answer, 'heardSamples')).toBeGreaterThan(0)
  await untilQuiet(app)
}

/** A held turn after it all: its audio and nothing else reaches the server. */
async function holdWorks(since: number): Promise<void> {
  const { app, practice } = talking
  expect(appends(switchOnTheWire(app, since).after)).toBe(0)
  const committed = session(practice).committedAudio.length
  const released = await holdAndSay(rig, app, short)
  const closed = await mark(app, 'captureClosed', released.at)
  await app.trace.untilPhase('idle', { since: closed.at })
  expect(session(practice).committedAudio.slice(committed).map((audio) => audio.byteLength)).toEqual([count(closed, 'samples') * 2])
}

test('to hands-free in silence', async () => {
  await startIn(talking.app, 'hold')
  const since = await switchMode(rig, talking.app, 'hands-free')
  await rig.speak(short)
  await handsFreeWorks(since)
  await wentOverTheWire(since, TO_HANDS_FREE)
  expect(appends(switchOnTheWire(talking.app, since).after)).toBeGreaterThan(0)
})

test('to hands-free during speech: the held turn is given up, the rest of the speech is answered', async () => {
  const { app, practice } = talking
  await startIn(app, 'hold')
  const commits = session(practice).receivedTypes.filter((type) => type.endsWith('commit')).length
  const pressed = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since: pressed })
  const speech = rig.startSpeaking(long)
  await mark(app, 'firstFrame', pressed)
  const since = await switchMode(rig, app, 'hands-free')
  await rig.keyUp(TALK_KEY)
  await untilTheServerHears(app, since)
  await speech.stop()
  await handsFreeWorks(since)
  await wentOverTheWire(since, TO_HANDS_FREE)
  expect(session(practice).receivedTypes.filter((type) => type.endsWith('commit'))).toHaveLength(commits)
})

test('to hands-free during an answer: it is cut off', async () => {
  const { app } = talking
  await startIn(app, 'hold')
  answersLong()
  const released = await holdAndSay(rig, app, short)
  await mark(app, 'playbackStarted', released.at)
  const since = await switchMode(rig, app, 'hands-free')
  const cut = await mark(app, 'cut', since)
  await rig.speak(short)
  await handsFreeWorks(cut.at)
  await wentOverTheWire(since, TO_HANDS_FREE)
})

test('to hold in silence', async () => {
  await startIn(talking.app, 'hands-free')
  const since = await switchMode(rig, talking.app, 'hold')
  await wentOverTheWire(since, TO_HOLD)
  await holdWorks(since)
})

test('to hold during speech: what was said is not answered', async () => {
  const { app, practice } = talking
  await startIn(app, 'hands-free')
  const responses = session(practice).responsesCreated
  const before = app.trace.now()
  const speech = rig.startSpeaking(long)
  await untilTheServerHears(app, before)
  const since = await switchMode(rig, app, 'hold')
  await speech.stop()
  await wentOverTheWire(since, TO_HOLD)
  await holdWorks(since)
  expect(session(practice).responsesCreated).toBe(responses + 1)
})

test('to hold during an answer: it is cut off', async () => {
  const { app } = talking
  await startIn(app, 'hands-free')
  answersLong()
  const before = app.trace.now()
  await rig.speak(short)
  await mark(app, 'playbackStarted', before)
  const since = await switchMode(rig, app, 'hold')
  await mark(app, 'cut', since)
  await wentOverTheWire(since, TO_HOLD)
  await holdWorks(since)
})
