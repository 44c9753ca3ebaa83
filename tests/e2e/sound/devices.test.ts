import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWav } from '../../../scripts/demo/wav'
import type { SettingsPatch } from '../../../src/shared/settings'
import { SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { addMicrophone, addSpeaker, type MicrophonePlug, record, type SpeakerPlug } from '../support/sound/plugs'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { count, hold, mark, TALK_KEY } from '../support/app/talking'
import { samplesOf, tonesIn } from '../support/sound/tones'
import { until } from '../support/app/until'
import { changeSettings } from '../support/app/change-settings'
import { noticeText } from '../support/app/notice-text'

/**
 * Two microphones, each under a tone of its own, and two loudspeakers. They are pulled and put back in every phase of a turn; the
 * endpoint's account and the recorded loudspeakers say what became of the turn.
 */
const [FIRST_HZ, SECOND_HZ] = [500, 1_250]
const TONES = [FIRST_HZ, SECOND_HZ]
/** Longer than all tests take, with everything that may delay them. */
const TONE_S = 600
/** Of sound, before and after a plug is pulled. */
const SPEAK_MS = 700
/** The next device is opened within tens of ms; the bound is for a machine that does other things, too, and of two tries for the faster. */
const SWITCH_MS = 700
/** An answer that is waited for long enough to pull something. */
const THINK_MS = 1_300

let rig: Rig
let talking: PracticeApp
let [first, second]: MicrophonePlug[] = []
let headphones: SpeakerPlug
const playing: { readonly stop: () => Promise<void> }[] = []

beforeAll(async () => {
  rig = await startRig()
  await rig.unplugMicrophone()
  first = await addMicrophone(rig, 'First-Microphone')
  second = await addMicrophone(rig, 'Second-Microphone')
  headphones = await addSpeaker(rig, 'Headphones')
  for (const [plug, hz] of [[first, FIRST_HZ], [second, SECOND_HZ]] as const) {
    const wav = join(rig.folder, `tone-${String(hz)}.wav`)
    await makeTone(wav, { hz, seconds: TONE_S })
    playing.push(plug.play(wav))
  }
  talking = await startPracticeApp(rig)
  await prefer()
})
afterAll(async () => {
  await talking.stop()
  await Promise.all(playing.map((tone) => tone.stop()))
  await rig.stop()
})

const plugs = () => {
  if (first === undefined || second === undefined) throw new Error('The microphones are not there.')
  return { first, second }
}

/** The first microphone before the second, the headphones before what the system uses; tones must not be taken for noise. */
async function prefer(change: Partial<NonNullable<SettingsPatch['microphone']>> = {}): Promise<void> {
  const { page } = talking.app
  const listed = await page.evaluate(async () => (await navigator.mediaDevices.enumerateDevices()).map(({ deviceId, label }) => ({ id: deviceId, label })))
  const named = (...labels: string[]) => labels.flatMap((label) => listed.find((each) => each.label === label) ?? [])
  const microphone = {
    ...SYSTEM_MICROPHONE, followSystem: false, preferred: named(plugs().first.label, plugs().second.label),
    echoCancellation: false, noiseSuppression: false, gainControl: false, ...change,
  }
  const speaker = { followSystem: false, preferred: named(headphones.label) }
  await changeSettings(talking.app, { microphone, speaker })
}

interface Turn {
  readonly tones: readonly number[]
  readonly gapMs: number
  readonly ms: Readonly<Record<string, number>>
  readonly commits: number
  readonly wholeAnswer: boolean
  readonly notices: readonly unknown[]
}

/** Waits until the answer has been heard, and says what became of everything since. */
async function outcome(since: number): Promise<Turn> {
  const { app, practice } = talking
  const drained = await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since: drained.at })
  const committed = session(practice).committedAudio.at(-1) ?? Buffer.alloc(0)
  const { order, gapMs, ms } = tonesIn(samplesOf(committed), TONES)
  return {
    tones: order,
    gapMs,
    ms,
    commits: app.trace.wire('input_audio_buffer.commit').filter(({ at }) => at >= since).length,
    wholeAnswer: count(drained, 'heardSamples') === committed.length / 2,
    notices: app.trace.marks('notice').filter(({ at }) => at >= since).map(({ tag }) => tag),
  }
}

const shown = async (): Promise<string | null> => noticeText(await talking.app.view())
const noticed = (since: number) => talking.app.trace.until('words about a device', (each) => each.name === 'notice', { since })
const oneTurn = (notices: readonly string[], tones: readonly number[]) => ({ tones, commits: 1, wholeAnswer: true, notices })

/** Until so much more of these tones has been sent: what a machine that stalls does in a time, nobody knows. */
async function spoken(tones: readonly number[] = TONES, leastMs = SPEAK_MS): Promise<void> {
  const from = sentAudio(talking.app).length
  const sentMs = (): number => {
    const { ms } = tonesIn(samplesOf(sentAudio(talking.app).subarray(from)), TONES)
    return tones.reduce((sum, hz) => sum + (ms[hz] ?? 0), 0)
  }
  await until(`${String(leastMs)} ms of ${tones.join(' or ')} Hz sent`, () => Promise.resolve(sentMs() >= leastMs))
}

/** Puts a microphone back and waits until the app has seen it: while nothing is open it asks nobody, and tries the best one first. */
async function putBack(plug: MicrophonePlug): Promise<void> {
  const { trace } = talking.app
  const since = trace.now()
  await plug.putBack()
  await trace.until('devices seen, or nothing open', ({ name, kind, live }) => name === 'audio-report' && (kind === 'devicesChanged' || (kind === 'microphone' && live === false)), { since })
}

/** A turn as it should be: with the microphone that is expected from its first sample on, not just after a moment of the one before. */
async function plainTurn(hz: number): Promise<void> {
  const since = talking.app.trace.now()
  await hold(rig, talking.app, () => spoken())
  const turn = await outcome(since)
  expect(turn, JSON.stringify(turn)).toMatchObject({ ...oneTurn([], [hz]), ms: Object.fromEntries(TONES.map((each) => [String(each), each === hz ? turn.ms[String(hz)] : 0])) })
}

test('the better microphone is taken', () => plainTurn(FIRST_HZ))

/** The better microphone is pulled in mid-turn and put back before its end. */
async function pullWhileSpeaking(): Promise<Turn & { readonly words: string | null }> {
  const since = talking.app.trace.now()
  await hold(rig, talking.app, async () => {
    await spoken([FIRST_HZ])
    await plugs().first.pull()
    await noticed(since)
    await spoken([SECOND_HZ])
    await putBack(plugs().first)
    await spoken(TONES, SPEAK_MS / 2)
  })
  const words = await shown()
  return { ...(await outcome(since)), words }
}

test('pulled while one speaks: the next one goes on in the same turn, told once; back again, it waits for the next turn', async () => {
  const turns = [await pullWhileSpeaking(), await pullWhileSpeaking()]
  for (const turn of turns) {
    expect(turn).toMatchObject({ ...oneTurn(['mic-replaced'], [FIRST_HZ, SECOND_HZ]), words: expect.stringContaining('(Second-Microphone)') })
    expect(Math.min(...Object.values(turn.ms))).toBeGreaterThan(SPEAK_MS / 2)
  }
  expect(Math.min(...turns.map(({ gapMs }) => gapMs))).toBeLessThan(SWITCH_MS)
  await plainTurn(FIRST_HZ)
})

test('pulled unseen before the press: the next one is opened at once', async () => {
  const { app } = talking
  const since = app.trace.now()
  await Promise.all([plugs().first.pull(), rig.keyDown(TALK_KEY)])
  await app.trace.untilPhase('listening', { since })
  await spoken([SECOND_HZ]).finally(() => rig.keyUp(TALK_KEY))
  const turn = await outcome(since)
  await putBack(plugs().first)
  expect({ commits: turn.commits, whole: turn.wholeAnswer, last: turn.tones.at(-1) }).toEqual({ commits: 1, whole: true, last: SECOND_HZ })
  await plainTurn(FIRST_HZ)
})

/** How much of each answer was heard nowhere while its loudspeaker changed, in ms. */
const losses: number[] = []

/** The better loudspeaker is pulled in mid-answer and put back before its end. */
async function pullWhilePlaying(): Promise<void> {
  const { app } = talking
  const name = String(losses.length)
  const [there, elsewhere] = await Promise.all([headphones.record(`headphones-${name}`), record(rig, 'spk.monitor', `system-${name}`)])
  const since = app.trace.now()
  await hold(rig, app, () => spoken(TONES, 4 * SPEAK_MS))
  const started = await mark(app, 'playbackStarted', since)
  await until('the answer in the headphones', async () => (await loudMs(there.wav)) >= SPEAK_MS)
  await headphones.pull()
  await there.stop() // the sound server lets it go on with another loudspeaker
  await noticed(started.at)
  await headphones.putBack()
  const turn = await outcome(since)
  await elsewhere.stop()
  const [before, after] = [await loudMs(there.wav), await loudMs(elsewhere.wav)]
  losses.push((turn.ms[FIRST_HZ] ?? 0) - before - after)
  expect(turn).toMatchObject(oneTurn(['speaker-replaced'], [FIRST_HZ]))
  expect(await shown()).toContain('(Rig-Loudspeaker)')
  expect(Math.min(before, after)).toBeGreaterThan(SPEAK_MS / 2)
}

test('the loudspeaker is pulled while the answer plays: it goes on at the next one, and the count of what was heard stays right', pullWhilePlaying)

test('pulled as the key comes up: what was said is sent', async () => {
  const since = talking.app.trace.now()
  await hold(rig, talking.app, () => spoken())
  await plugs().first.pull()
  const turn = await outcome(since)
  await putBack(plugs().first)
  expect(turn).toMatchObject({ commits: 1, wholeAnswer: true })
  expect(turn.tones[0]).toBe(FIRST_HZ)
})

test('pulled while one waits for the answer: told once, the answer comes, the next turn has the other one', async () => {
  const since = talking.app.trace.now()
  talking.practice.addScript([{ thinkMs: THINK_MS, outputs: [{ kind: 'echo' }] }])
  await hold(rig, talking.app, () => spoken())
  await talking.app.trace.untilPhase('thinking', { since })
  await plugs().first.pull()
  await noticed(since)
  const words = await shown()
  expect(await outcome(since)).toMatchObject(oneTurn(['mic-replaced'], [FIRST_HZ]))
  expect(words).toContain('(Second-Microphone)')
  await plainTurn(SECOND_HZ)
  await putBack(plugs().first)
})

test('the better loudspeaker, back some turns ago, is used again, and replaced as fast as ever', async () => {
  await pullWhilePlaying()
  console.log(`Heard nowhere while the loudspeaker changed: ${losses.join(' and ')} ms.`)
  expect(Math.min(...losses)).toBeLessThan(SWITCH_MS)
})

/** How long anything of the answer is heard in a recording. */
async function loudMs(wav: string): Promise<number> {
  const sound = readWav(await readFile(wav))
  return sound === null ? 0 : Object.values(tonesIn(sound.samples, TONES).ms).reduce((sum, ms) => sum + ms, 0)
}
