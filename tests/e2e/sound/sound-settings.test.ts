import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWav } from '../../../scripts/demo/wav'
import { runTool } from '../../../scripts/rig/part'
import type { SettingsPatch } from '../../../src/shared/settings'
import { SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { eventually } from '../support/app/eventually'
import { addMicrophone, type MicrophonePlug, record } from '../support/sound/plugs'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { makeTone } from '../support/sound/rig-speech'
import { untilSent } from '../support/talk/sent-segments'
import { microphoneIsHeld, untilMicrophoneFree } from '../support/sound/sound-checks'
import { lingerShortly } from '../support/app/short-linger'
import { unfoldedPage } from '../support/app/settings-page'
import { hold, mark } from '../support/app/talking'
import { loudestOf, samplesOf, tonesIn } from '../support/sound/tones'
import { until } from '../support/app/until'
import { changeSettings } from '../support/app/change-settings'
import { noticeText } from '../support/app/notice-text'

/** Of 5 s of zeros, between two messages that the page may have been late with. */
const DEAD_AFTER_MS = 3_500
/** At once, and the time to look; nobody leaving it, a preview ends after 30 s. */
const FREE_WITHIN_MS = 5_000
const [HZ, HEADSET_HZ] = [500, 1_250]
/** Of full scale. */
const AUDIBLE = 0.02
const UNCLEANED = { ...SYSTEM_MICROPHONE, echoCancellation: false, noiseSuppression: false, gainControl: false }

let rig: Rig
let talking: PracticeApp
let stereo: MicrophonePlug
beforeAll(async () => {
  rig = await startRig()
  stereo = await addMicrophone(rig, 'Two-Channels', { channels: 2 })
  talking = await startPracticeApp(rig, {}, { settings: { microphone: UNCLEANED } })
  await lingerShortly(talking.app)
})
afterAll(async () => {
  await talking.stop()
  await until('nothing of ours left in the sound server', async () => !(await runTool('pactl', ['list', 'short', 'modules'], rig.env)).includes('parley.'))
  await rig.stop()
})

const settings = (): Promise<Page> => unfoldedPage(talking.app, 'audio')
const level = async (page: Page): Promise<number> => Number(await page.getByTestId('sound-meter').getAttribute('aria-valuenow'))

async function toneFile(hz: number): Promise<string> {
  const wav = join(rig.folder, `tone-${String(hz)}.wav`)
  await makeTone(wav, { hz, seconds: 60 })
  return wav
}

async function choose(page: Page, name: string, words: string): Promise<void> {
  await page.getByTestId(`select-${name}`).click()
  await page.getByRole('option', { name: words, exact: true }).click()
  await page.getByTestId(`select-${name}`).getByText(words, { exact: true }).waitFor() // what is shown main has told
}

test('a microphone that gives nothing but zeros is named after five seconds, and the turn goes on', async () => {
  const { app } = talking
  const since = app.trace.now()
  await hold(rig, app, async () => {
    await app.trace.until('words about it', ({ name, tag }) => name === 'notice' && tag === 'mic-silent', { since })
    await delay(500)
  })
  const text = noticeText(await app.view())
  const answer = await app.trace.untilPhase('speaking', { since })
  await rig.tapKeys('Escape') // five seconds of silence: nobody needs to hear them again
  await app.trace.untilPhase('idle', { since: answer.at })
  const ready = await mark(app, 'captureReady', since)
  const notices = app.trace.marks('notice').filter(({ at }) => at >= since)
  expect({ text, afterSeconds: notices.map(({ at }) => at - ready.at > DEAD_AFTER_MS) }).toEqual({ text: expect.stringContaining('(Rig-Microphone)'), afterSeconds: [true] })
})

test('the test shows the level, and the microphone is open only while it runs', async () => {
  await untilMicrophoneFree(rig, 8_000)
  const wav = join(rig.folder, 'tone.wav')
  await makeTone(wav, { hz: HZ, seconds: 20 })
  const page = await settings()
  const test = page.getByTestId('try-microphone')
  await delay(500)
  const before = await microphoneIsHeld(rig)
  await test.click()
  await until('an open microphone', () => microphoneIsHeld(rig))
  const speech = rig.startSpeaking(wav)
  await until('a level', async () => (await level(page)) > 80)
  await speech.stop()
  await until('silence', async () => (await level(page)) === 0)
  await test.click()
  await untilMicrophoneFree(rig, FREE_WITHIN_MS)
  await test.click()
  await until('an open microphone', () => microphoneIsHeld(rig))
  await page.getByTestId('tab-privacy').click()
  await untilMicrophoneFree(rig, FREE_WITHIN_MS)
  await settings()
  await test.click()
  await until('an open microphone', () => microphoneIsHeld(rig))
  await page.close()
  await untilMicrophoneFree(rig, FREE_WITHIN_MS)
  expect(before).toBe(false)
})

test('the order of preference is kept, moved and forgotten with the keyboard', async () => {
  const page = await settings()
  const order = page.getByTestId('microphone-order')
  const names = () => order.locator('.device-name').allInnerTexts()
  await choose(page, 'microphone', 'Rig-Microphone')
  await choose(page, 'microphone', 'Two-Channels')
  await eventually(names).toEqual(['Two-Channels', 'Rig-Microphone'])
  await order.getByRole('button', { name: 'Move up: Rig-Microphone', exact: true }).focus()
  await page.keyboard.press('Enter')
  await eventually(names).toEqual(['Rig-Microphone', 'Two-Channels'])
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move down: Rig-Microphone')
  await page.getByTestId('try-microphone').click() // while something is open, the app looks who is there
  await stereo.pull()
  await expect.poll(() => order.locator('li[data-there="false"]').allInnerTexts(), { timeout: 5_000 }).toEqual([expect.stringContaining('not connected')])
  await stereo.putBack()
  await expect.poll(() => order.locator('li[data-there="false"]').count(), { timeout: 5_000 }).toBe(0)
  await page.getByTestId('try-microphone').click()
  await order.getByRole('button', { name: 'Remove: Rig-Microphone' }).press('Enter')
  await order.waitFor({ state: 'hidden' })
  expect((await talking.app.view()).settings.microphone.preferred.map(({ label }) => label)).toEqual(['Two-Channels'])
})

test('one channel alone is heard', async () => {
  const { app, practice } = talking
  const page = await settings()
  const wav = join(rig.folder, 'right.wav')
  await makeTone(wav, { hz: HZ, seconds: 60 })
  const sides = join(rig.folder, 'sides.wav')
  await runTool('sox', ['-M', '-v', '0', wav, wav, sides], rig.env)
  const tone = stereo.play(sides)
  const levels: number[] = []
  for (const channel of ['Channel 1 (left)', 'Channel 2 (right)', 'All, mixed']) {
    await choose(page, 'channel', channel)
    const since = app.trace.now()
    await hold(rig, app, () => untilSent(app, 1_000, since))
    await app.trace.untilPhase('idle', { since: (await app.trace.untilPhase('thinking', { since })).at })
    levels.push(tonesIn(samplesOf(session(practice).committedAudio.at(-1) ?? Buffer.alloc(0)), [HZ]).ms[String(HZ)] ?? 0)
  }
  await tone.stop()
  expect([levels[0], (levels[1] ?? 0) > 500, (levels[2] ?? 0) > 500]).toEqual([0, true, true])
})

/** The longest note of each sound that a turn can have; the tick of the start has none that is longer than 12 ms. */
const NOTES = { stop: 880, answer: 1_047 }
const ALL_MOMENTS = { start: true, stop: true, answer: true, error: true, mode: true }

/** A turn in which nobody speaks, with an answer as silent: all that the loudspeaker plays are our own short sounds. */
async function soundsOfATurn(settings: SettingsPatch) {
  const { app } = talking
  await changeSettings(app, settings)
  const recording = await record(rig, 'spk.monitor', `sounds-${String(Date.now())}`)
  const since = app.trace.now()
  await hold(rig, app, () => untilSent(app, 500, since))
  await app.trace.untilPhase('idle', { since: (await app.trace.untilPhase('speaking', { since })).at })
  await recording.stop()
  const samples = readWav(await readFile(recording.wav))?.samples ?? new Float32Array()
  return { stop: loudestOf(samples, NOTES.stop), answer: loudestOf(samples, NOTES.answer), loudest: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) }
}

test('the short sounds are heard at their moments, as loud as wished, and not at all when off', async () => {
  const loud = await soundsOfATurn({ microphone: UNCLEANED, earcons: true, earconsAt: ALL_MOMENTS, earconVolume: 1 })
  const soft = await soundsOfATurn({ earconVolume: 0.25 })
  const oneOnly = await soundsOfATurn({ earconsAt: { ...ALL_MOMENTS, start: false, answer: false } })
  const off = await soundsOfATurn({ earconsAt: ALL_MOMENTS, earconVolume: 1, earcons: false })
  expect({
    loud: [loud.stop > AUDIBLE, loud.answer > AUDIBLE],
    louder: [loud.stop / soft.stop, loud.answer / soft.answer].map((times) => times > 2.5 && times < 6),
    oneOnly: [oneOnly.stop > AUDIBLE / 2, oneOnly.answer > oneOnly.stop / 2],
    off,
  }).toEqual({ loud: [true, true], louder: [true, true], oneOnly: [true, false], off: { stop: 0, answer: 0, loudest: 0 } })
})

/** What a turn with this microphone sends, and what is told of it. */
async function said(microphone: SettingsPatch['microphone']): Promise<{ readonly tones: readonly number[]; readonly told: string | null }> {
  const { app, practice } = talking
  await changeSettings(app, { microphone })
  const since = app.trace.now()
  await hold(rig, app, () => untilSent(app, 700, since))
  await app.trace.untilPhase('idle', { since: (await app.trace.untilPhase('speaking', { since })).at })
  const view = await app.view()
  const { notice } = view
  if (notice !== null) await app.page.evaluate((id) => { window.assistant.dismissNotice(id) }, notice.id)
  return { tones: tonesIn(samplesOf(session(practice).committedAudio.at(-1) ?? Buffer.alloc(0)), [HZ, HEADSET_HZ]).order, told: noticeText(view) }
}

test('a microphone of eight numbered channels is one microphone of one channel, is heard, and is told of once', async () => {
  const { app } = talking
  const eight = await addMicrophone(rig, 'Eight-Channels', { channels: 8 })
  const tone = eight.play(await toneFile(HZ))
  const page = await settings()
  await until('the microphone in the list', () => app.page.evaluate(async () => (await navigator.mediaDevices.enumerateDevices()).some(({ label }) => label === 'Eight-Channels')))
  await choose(page, 'microphone', 'Eight-Channels')
  await page.getByText('can only be opened as one channel').waitFor()
  await page.getByTestId('select-microphone').click()
  await page.getByRole('option').first().waitFor() // the list opens a frame after the click
  const listed = (await page.getByRole('option').allInnerTexts()).filter((words) => words.includes('Eight'))
  await page.keyboard.press('Escape')
  const picker = await page.getByTestId('select-channel').count()
  const chosen = { ...UNCLEANED, followSystem: false, preferred: [{ id: '', label: 'Eight-Channels' }] }
  const [first, second] = [await said(chosen), await said(chosen)]
  await runTool('pactl', ['set-default-source', 'Eight-Channels'], rig.env)
  await changeSettings(app, { microphone: UNCLEANED })
  await page.getByTestId('select-microphone').getByText('System default (Eight-Channels)').waitFor()
  await page.getByText('can only be opened as one channel').waitFor()
  const followed = await said(UNCLEANED)
  await eight.pull()
  await eight.putBack() // what makes it heard comes behind the press
  const [since, from] = [app.trace.now(), sentAudio(app).length]
  await hold(rig, app, () => until('its sound in the turn', () => Promise.resolve(tonesIn(samplesOf(sentAudio(app).subarray(from)), [HZ]).order.includes(HZ))))
  await app.trace.untilPhase('idle', { since: (await app.trace.untilPhase('speaking', { since })).at })
  await tone.stop()
  await eight.pull()
  expect({ listed, picker, first, second, followed }).toEqual({
    listed: ['Eight-Channels'],
    picker: 0,
    first: { tones: [HZ], told: expect.stringContaining('(Eight-Channels)') },
    second: { tones: [HZ], told: null },
    followed: { tones: [HZ], told: null },
  })
})

test('a Bluetooth microphone is passed over while there is another; chosen all the same, it is warned about once', async () => {
  const { app } = talking
  const headset = await addMicrophone(rig, 'Headset', { properties: 'device.bus=bluetooth' })
  await runTool('pactl', ['set-default-source', 'Headset'], rig.env)
  const [far, near] = [await toneFile(HZ), await toneFile(HEADSET_HZ)]
  const playing = [rig.startSpeaking(far), stereo.play(far), headset.play(near)]
  await changeSettings(app, { microphone: UNCLEANED })
  const page = await settings()
  await page.getByTestId('try-microphone').click() // while something is open, the app looks who is there
  await page.getByText('The system default is a Bluetooth microphone').waitFor({ timeout: 5_000 })
  await page.getByRole('button', { name: 'Stop the test' }).click()
  const passedOver = await said(UNCLEANED)
  const chosen = { ...UNCLEANED, followSystem: false, preferred: [{ id: '', label: 'Headset' }] }
  const [first, second] = [await said(chosen), await said(chosen)]
  await Promise.all(playing.map((tone) => tone.stop()))
  expect({ passedOver, first, second, kept: (await app.view()).settings.warnedAbout }).toEqual({
    passedOver: { tones: [HZ], told: null },
    first: { tones: [HEADSET_HZ], told: expect.stringContaining('(Headset)') },
    second: { tones: [HEADSET_HZ], told: null },
    kept: ['Eight-Channels', 'Headset'],
  })
})
