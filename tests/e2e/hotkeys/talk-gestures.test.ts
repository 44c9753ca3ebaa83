import { setTimeout as delay } from 'node:timers/promises'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readPcm, readWav } from '../../../scripts/demo/wav'
import { FRAME_SAMPLES, samplesToMs } from '../../../src/shared/audio/audio-format'
import type { SettingsPatch } from '../../../src/shared/settings'
import { startIn, untilMode, untilQuiet } from '../support/talk/hands-free'
import { mouseDown, mouseUp, playChord, shortcut, tapTalkKey, tapTalkKeyTwice } from '../support/talk/keys'
import { loudFrames } from '../support/sound/loud-frames'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { bringForward, settingsPage } from '../support/app/settings-page'
import { startRig, type Rig } from '../support/sound/rig'
import { count, hold, mark, sentence, TALK_KEY } from '../support/app/talking'
import { until } from '../support/app/until'
import { changeSettings } from '../support/app/change-settings'

const TAP_MS = 60
/** Two taps within the window of 500 ms, and apart by more than a bounce. */
const BETWEEN_TAPS_MS = 220
/** Behind the guard, and before a hold. */
const SLOW_SHORTCUT_MS = 300
/** Left Ctrl, left Alt and space, by their places on the keyboard. */
const CHORD = ['37', '64', '65']

let rig: Rig
let talking: PracticeApp
let wav: string
let spokenFrames: number
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'hello', 'Hello there.')
  spokenFrames = loudFrames(readWav(await readFile(wav))?.samples ?? new Float32Array())
  talking = await startPracticeApp(rig)
})

const settings = (patch: SettingsPatch): Promise<void> => changeSettings(talking.app, patch)
afterEach(async () => {
  await rig.tapKeys('Escape') // a failed test must not hold the next one's keys, nor leave its turn
  for (const key of ['Control_R', 'Control_L', 'Alt_L', 'space']) await rig.keyUp(key)
  for (const button of ['Mouse4', 'Mouse5'] as const) await mouseUp(rig, button)
  await settings({ tapToLatch: false, doubleTap: false, talkKey: 'ControlRight', longestTurnMinutes: 6 })
  await startIn(talking.app, 'hold')
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** What became of it since then: of the turns, on the wire, and for the person. */
function outcome(since: number) {
  const { trace } = talking.app
  const newer = ({ at }: { readonly at: number }) => at > since
  return {
    presses: trace.marks('press').filter(newer).length,
    appends: trace.wire('input_audio_buffer.append').filter(newer).length,
    commits: trace.wire('input_audio_buffer.commit').filter(newer).length,
    notices: trace.marks('notice').filter(newer).length,
  }
}

/** Every sample that the microphone counted since then is in the last question. */
async function lost(since: number): Promise<number> {
  const captured = count(await mark(talking.app, 'captureClosed', since), 'samples')
  return captured - (session(talking.practice).committedAudio.at(-1)?.byteLength ?? 0) / 2
}

test('Ctrl+C never records: nothing within the guard, and nothing on the wire after it', async () => {
  const { app } = talking
  const since = app.trace.now()
  await shortcut(rig, 0)
  await delay(SLOW_SHORTCUT_MS)
  const quick = outcome(since)
  await shortcut(rig, SLOW_SHORTCUT_MS)
  await mark(app, 'cancel', since)
  await untilQuiet(app)
  expect({ quick, slow: outcome(since), undo: (await app.view()).undoMs }).toEqual({
    quick: { presses: 0, appends: 0, commits: 0, notices: 0 },
    slow: { presses: 1, appends: 0, commits: 0, notices: 0 },
    undo: null,
  })
})

test('a tap listens on without the key, the next press sends: no sample is lost', async () => {
  const { app } = talking
  await settings({ tapToLatch: true })
  const since = app.trace.now()
  await tapTalkKey(rig, TAP_MS)
  await until('a latched turn', async () => (await app.view()).latched)
  await app.trace.untilPhase('listening', { since })
  await rig.speak(wav)
  const listening = (await app.view()).phase
  await tapTalkKey(rig, TAP_MS)
  await app.trace.untilPhase('speaking', { since })
  const latched = (await app.view()).latched
  await app.trace.untilPhase('idle', { since: (await mark(app, 'playbackStarted', since)).at })
  expect({ listening, latched, lost: await lost(since), ...outcome(since), appends: 'some' }).toEqual({
    listening: 'listening', latched: false, lost: 0, presses: 1, appends: 'some', commits: 1, notices: 0,
  })
})

test('with both gestures on, a hold is what it was', async () => {
  const { app } = talking
  await settings({ tapToLatch: true, doubleTap: true })
  const since = app.trace.now()
  const released = await hold(rig, app, () => rig.speak(wav))
  await app.trace.untilPhase('idle', { since: released.at })
  expect({ lost: await lost(since), ...outcome(since), appends: 'some' }).toEqual({ lost: 0, presses: 1, appends: 'some', commits: 1, notices: 0 })
})

test('two taps switch to hands-free and back; what the first began leaves no trace', async () => {
  const { app } = talking
  await settings({ tapToLatch: true, doubleTap: true })
  const since = app.trace.now()
  await tapTalkKeyTwice(rig, TAP_MS, BETWEEN_TAPS_MS)
  const open = await app.trace.until('hands-free', (each) => each.name === 'mode' && each['open'] === true, { since })
  const before = app.trace.wire('input_audio_buffer.append').filter(({ at }) => at > since && at < open.at).length
  await delay(BETWEEN_TAPS_MS) // a bounce is no new tap
  await tapTalkKeyTwice(rig, TAP_MS, BETWEEN_TAPS_MS)
  await untilMode(app, 'hold')
  const { commits, notices } = outcome(since)
  expect({ before, commits, notices }).toEqual({ before: 0, commits: 0, notices: 0 })
})

test.each([
  ['a chord', 'Control+Alt+Space', async () => { for (const key of ['Control_L', 'Alt_L', 'space']) await rig.keyDown(key) }, async () => { for (const key of ['Control_L', 'Alt_L', 'space']) await rig.keyUp(key) }],
  ['a button of the mouse', 'Mouse4', () => mouseDown(rig, 'Mouse4'), () => mouseUp(rig, 'Mouse4')],
])('%s can be held', async (_name, talkKey, down, up) => {
  const { app } = talking
  await settings({ talkKey })
  const since = app.trace.now()
  await down()
  await app.trace.untilPhase('listening', { since })
  await rig.speak(wav)
  await up()
  const released = await mark(app, 'release', since)
  await app.trace.untilPhase('idle', { since: released.at })
  expect({ lost: await lost(since), ...outcome(since), appends: 'some' }).toEqual({ lost: 0, presses: 1, appends: 'some', commits: 1, notices: 0 })
})

test('another key takes the press back, however late; Undo sends what was said before it all the same, to the sample', async () => {
  const { app } = talking
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  const before = sentAudio(app).byteLength
  const said = () => sentAudio(app).subarray(before)
  await rig.speak(wav)
  await until('most of the sentence', () => Promise.resolve(loudFrames(readPcm(said())) > spokenFrames / 2)) // a busy sound system may lose the rest before we have it
  const first = said()
  await rig.tapKeys('c')
  await rig.keyUp(TALK_KEY)
  await app.page.getByTestId('undo-cancel').click()
  const asked = await mark(app, 'commit', since)
  await app.trace.untilPhase('idle', { since: asked.at })
  const question = session(talking.practice).committedAudio.at(-1) ?? Buffer.alloc(0)
  const [cancelled, closed] = [await mark(app, 'cancel', since), await mark(app, 'captureClosed', since)]
  const behindMs = closed.at - cancelled.at + samplesToMs(FRAME_SAMPLES) // what the microphone heard while it closed is not of the turn
  const lostMs = samplesToMs(await lost(since))
  expect({
    same: question.subarray(0, first.byteLength).equals(first),
    whole: lostMs >= 0 && lostMs <= behindMs,
    bar: await app.page.getByTestId('undo-bar').count(),
    ...outcome(since),
    appends: 'some',
  }).toEqual({ same: true, whole: true, bar: 0, presses: 1, appends: 'some', commits: 1, notices: 0 })
})

test('the longest turn is announced, ends by itself, and is answered; the key says nothing more', async () => {
  const { app } = talking
  await settings({ longestTurnMinutes: 0.06 }) // 3.6 s, announced after 3 s
  const since = app.trace.now()
  const announced = app.page.evaluate(() => new Promise<boolean>((resolve) => {
    const stop = window.assistant.onView(({ turnEndsInMs }) => {
      if (turnEndsInMs === null) return
      stop()
      resolve(turnEndsInMs <= 600)
    })
  }))
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  const speech = rig.startSpeaking(wav)
  const closing = app.trace.untilPhase('closing', { since })
  const inTime = await Promise.race([announced, closing.then(() => 'not at all')])
  await speech.done
  await rig.keyUp(TALK_KEY)
  await app.trace.untilPhase('idle', { since: (await closing).at })
  expect({ inTime, lost: await lost(since), ...outcome(since), appends: 'some' }).toEqual({ inTime: true, lost: 0, presses: 1, appends: 'some', commits: 1, notices: 0 })
})

/** Begins to record, presses, and resolves with what was shown meanwhile and what came of it. */
async function record(which: 'talk' | 'mode', press: () => Promise<void>) {
  const page = await settingsPage(talking.app, 'shortcuts')
  await bringForward(talking.app, 'settings')
  const recording = page.evaluate(async (key) => {
    const shown: string[] = []
    const stop = window.preferences.onKeysHeld((keys) => shown.push(keys.join(' + ')))
    document.title = 'recording'
    const answer = await window.preferences.recordHotkey(key)
    await new Promise((resolve) => setTimeout(resolve, 50)) // answers and pushes have ways of their own
    stop()
    return { shown: shown.filter((keys) => keys !== ''), answer: answer.ok ? answer.value : answer.error.tag }
  }, which)
  await page.waitForFunction(() => document.title === 'recording')
  await talking.app.view() // asked behind it: when this is answered, main has the request, too
  await press()
  return recording
}

test('the recorder shows what is pressed, names what would not do, and is left with Escape', async () => {
  const since = talking.app.trace.now()
  const side = async () => {
    await mouseDown(rig, 'Mouse5')
    await mouseUp(rig, 'Mouse5')
  }
  const recorded = [
    await record('talk', () => playChord(rig, CHORD)),
    await record('talk', () => tapTalkKey(rig, TAP_MS)),
    await record('talk', side),
    await record('talk', () => rig.tapKeys('Print')),
    await record('talk', () => rig.tapKeys('a')),
    await record('mode', () => rig.tapKeys('ctrl+shift+F9')),
    await record('talk', () => rig.tapKeys('Escape')),
  ]
  expect({ recorded, presses: outcome(since).presses }).toEqual({
    recorded: [
      { shown: ['Left Ctrl', 'Left Ctrl + Left Alt', 'Left Ctrl + Left Alt + Space', 'Left Ctrl + Left Alt', 'Left Ctrl'], answer: 'Control+Alt+Space' },
      { shown: ['Right Ctrl'], answer: 'ControlRight' },
      { shown: ['Mouse button 5'], answer: 'Mouse5' },
      { shown: ['PrintScreen'], answer: 'key-reserved' },
      { shown: ['A'], answer: 'key-types' },
      { shown: expect.arrayContaining(['Left Ctrl + Left Shift + F9']), answer: 'Control+Shift+F9' },
      { shown: [], answer: 'timeout' },
    ],
    presses: 0,
  })
})
