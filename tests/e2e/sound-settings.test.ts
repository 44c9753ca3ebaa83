import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../scripts/rig/part'
import { SYSTEM_MICROPHONE } from '../../src/shared/sound-settings'
import { addMicrophone, type MicrophonePlug } from './support/plugs'
import { type PracticeApp, session, startPracticeApp } from './support/practice-app'
import { startRig, type Rig } from './support/rig'
import { makeTone } from './support/rig-speech'
import { microphoneIsHeld, untilMicrophoneFree } from './support/sound-checks'
import { hold } from './support/talking'
import { samplesOf, tonesIn } from './support/tones'
import { until } from './support/until'

const DEAD_AFTER_MS = 5_000
const HZ = 500

let rig: Rig
let talking: PracticeApp
let stereo: MicrophonePlug
beforeAll(async () => {
  rig = await startRig()
  stereo = await addMicrophone(rig, 'Two-Channels', { channels: 2 })
  talking = await startPracticeApp(rig, {}, { settings: { microphone: { ...SYSTEM_MICROPHONE, echoCancellation: false, noiseSuppression: false, gainControl: false } } })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const byId = (id: string) => talking.app.page.getByTestId(id)
const level = async (): Promise<number> => Number(await byId('sound-meter').getAttribute('aria-valuenow'))

test('a microphone that gives nothing but zeros is named after five seconds, and the turn goes on', async () => {
  const { app } = talking
  const since = app.trace.now()
  await hold(rig, app, async () => {
    await delay(DEAD_AFTER_MS - 500)
    expect(app.trace.marks('notice').filter(({ at }) => at >= since)).toEqual([])
    await app.trace.until('words about it', ({ name, tag }) => name === 'notice' && tag === 'mic-silent', { since })
    await delay(500)
  })
  const text = (await app.view()).notice?.text
  const answer = await app.trace.untilPhase('speaking', { since })
  await app.trace.untilPhase('idle', { since: answer.at })
  expect([text, app.trace.marks('notice').filter(({ at }) => at >= since).length]).toEqual([expect.stringContaining('(Rig-Microphone)'), 1])
})

test('the test shows the level, and the microphone is open only while it runs', async () => {
  await untilMicrophoneFree(rig, 8_000)
  const wav = join(rig.folder, 'tone.wav')
  await makeTone(wav, { hz: HZ, seconds: 20 })
  await byId('open-settings').click()
  await delay(500)
  const before = await microphoneIsHeld(rig)
  await byId('try-microphone').click()
  await until('an open microphone', () => microphoneIsHeld(rig))
  const speech = rig.startSpeaking(wav)
  await until('a level', async () => (await level()) > 80)
  await speech.stop()
  await until('silence', async () => (await level()) === 0)
  await byId('try-microphone').click()
  const stoppedMs = await untilMicrophoneFree(rig, 2_000)
  await byId('try-microphone').click()
  await until('an open microphone', () => microphoneIsHeld(rig))
  await byId('close-settings').click()
  const leftMs = await untilMicrophoneFree(rig, 2_000)
  expect([before, stoppedMs < 2_000, leftMs < 2_000]).toEqual([false, true, true])
})

test('the order of preference is kept, moved and forgotten with the keyboard', async () => {
  const { page } = talking.app
  await byId('open-settings').click()
  const choose = (label: string) => page.locator('select[name="microphone"]').selectOption({ label })
  const order = () => byId('microphone-order').locator('.device-name').allInnerTexts()
  await choose('Rig-Microphone')
  await choose('Two-Channels')
  await expect.poll(order).toEqual(['Two-Channels', 'Rig-Microphone'])
  await byId('microphone-order').getByRole('button', { name: 'Prefer Rig-Microphone', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(order).toEqual(['Rig-Microphone', 'Two-Channels'])
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Prefer Rig-Microphone less')
  await stereo.pull()
  await expect.poll(() => byId('microphone-order').locator('li[data-there="false"]').innerText(), { timeout: 5_000 }).toContain('not plugged in')
  await stereo.putBack()
  await byId('microphone-order').getByRole('button', { name: 'Forget Rig-Microphone' }).press('Enter')
  await expect.poll(() => page.locator('select[name="microphone"] option:checked').innerText()).toBe('Two-Channels')
})

test('one channel alone is heard', async () => {
  const { app, practice } = talking
  const wav = join(rig.folder, 'right.wav')
  await makeTone(wav, { hz: HZ, seconds: 20 })
  const sides = join(rig.folder, 'sides.wav')
  await runTool('sox', ['-M', '-v', '0', wav, wav, sides], rig.env)
  const tone = stereo.play(sides)
  const levels: number[] = []
  for (const channel of ['1', '2', 'mix']) {
    await app.page.locator('select[name="channel"]').selectOption(channel)
    const since = app.trace.now()
    await hold(rig, app, () => delay(700))
    await app.trace.untilPhase('idle', { since: (await app.trace.untilPhase('thinking', { since })).at })
    levels.push(tonesIn(samplesOf(session(practice).committedAudio.at(-1) ?? Buffer.alloc(0)), [HZ]).ms[String(HZ)] ?? 0)
  }
  await tone.stop()
  expect([levels[0], (levels[1] ?? 0) > 500, (levels[2] ?? 0) > 500]).toEqual([0, true, true])
})
