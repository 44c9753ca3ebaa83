import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FRAME_SAMPLES, samplesToMs } from '../../../src/shared/audio/audio-format'
import { SYSTEM_MICROPHONE, type KeepReady } from '../../../src/shared/audio/sound-settings'
import { type BarePage, startBarePage } from '../support/first-word/bare-page'
import { makeClicks } from '../support/first-word/click-train'
import { forPresses, FROM_MS, type HeardClick, heardFrom, missedWithin, type PressParts } from '../support/first-word/presses'
import { recordSink } from '../support/first-word/sink-recorder'
import { shortcut } from '../support/talk/keys'
import { startPracticeApp } from '../support/app/practice-app'
import { startRig } from '../support/sound/rig'
import { lingerShortly } from '../support/app/short-linger'
import { microphoneIsHeld, untilMicrophoneFree } from '../support/sound/sound-checks'
import { changeSettings } from '../support/app/change-settings'

/** `npm run measure:first-word` looks at more. */
const CLICKS = Number(process.env['PARLEY_CLICKS'] ?? 60)
const FREE_WITHIN_MS = 5_000
const UNCLEANED = { ...SYSTEM_MICROPHONE, echoCancellation: false, noiseSuppression: false, gainControl: false }
/** A press that is heard from there on was not held up by the 100 ms in which a modifier may be half of a shortcut. */
const BEFORE_GUARD_MS = 80
const FRAME_MS = samplesToMs(FRAME_SAMPLES)

let parts: PressParts
let bare: BarePage
beforeAll(async () => {
  const rig = await startRig()
  const talking = await startPracticeApp(rig, {}, { settings: { microphone: UNCLEANED, earcons: false } }) // a tick of our own is no click of the train
  await lingerShortly(talking.app)
  const wav = join(rig.folder, 'clicks.wav')
  await makeClicks(wav, 4)
  parts = { rig, talking, sink: await recordSink(rig), wav }
  bare = await startBarePage(rig)
})
afterAll(async () => {
  await bare.close()
  await parts.sink.stop()
  await parts.talking.stop()
  await parts.rig.stop()
})

const keepReady = (wish: KeepReady) => changeSettings(parts.talking.app, { keepReady: wish })

/** A stumble of a busy sound system takes one or two. */
const FEW = 0.05

function figures(presses: readonly (readonly HeardClick[])[]) {
  const from = presses.map(heardFrom)
  const clicks = presses.flat().length
  return { from, clicks, stumbles: presses.reduce((sum, each) => sum + missedWithin(each), 0), whole: presses.reduce((sum, each) => sum + missedWithin(each), 0) <= FEW * clicks }
}

const rounded = (values: readonly number[]): string => values.map((ms) => ms.toFixed(0)).join(' ')

test('with a cold microphone every click is sent that comes later than a bare page could have heard it', async () => {
  const opened: number[] = []
  const presses = await forPresses(parts, CLICKS, async () => {
    await untilMicrophoneFree(parts.rig, FREE_WITHIN_MS)
    opened.push(await bare.openMs())
    await untilMicrophoneFree(parts.rig, FREE_WITHIN_MS)
  })
  const { from, clicks, stumbles, whole } = figures(presses)
  console.log(`cold: ${String(clicks)} clicks, ${String(stumbles)} missed within; the last one missed, ms from the key: ${rounded(from)}; a bare page opens in: ${rounded(opened)}`)
  expect({ late: from.filter((ms) => ms > Math.max(...opened) + FRAME_MS), inTheGuard: Math.min(...from) < BEFORE_GUARD_MS, whole }).toEqual({ late: [], inTheGuard: true, whole: true })
}, 600_000)

test('kept ready, the turn has every click from 200 ms before the key', async () => {
  await keepReady('always')
  const presses = await forPresses(parts, CLICKS, () => delay(500))
  await keepReady('off')
  await untilMicrophoneFree(parts.rig, FREE_WITHIN_MS)
  const { from, clicks, stumbles, whole } = figures(presses)
  console.log(`ready: ${String(clicks)} clicks, ${String(stumbles)} missed within; the last one missed, ms from the key: ${rounded(from)}`)
  expect({ late: from.filter((ms) => ms > FROM_MS), whole }).toEqual({ late: [], whole: true })
}, 600_000)

test('half of a shortcut opens the microphone and closes it: no turn, nothing sent, nothing in the ledger', async () => {
  const { rig, talking: { app } } = parts
  await untilMicrophoneFree(rig, FREE_WITHIN_MS)
  const since = app.trace.now()
  await shortcut(rig, 60)
  await app.trace.until('the end of it', ({ name }) => name === 'abandon', { since })
  await untilMicrophoneFree(rig, FREE_WITHIN_MS)
  await delay(500)
  const named = app.trace.marks().filter(({ at }) => at > since).map(({ name, kind }) => (name === 'audio-report' ? String(kind) : name))
  expect({
    decided: named.filter((name) => ['prepare', 'abandon', 'press', 'phase', 'captureReady', 'captureFailed', 'notice'].includes(name)),
    sent: app.trace.wire('input_audio_buffer.append').filter(({ at }) => at > since).length,
    free: await microphoneIsHeld(rig),
  }).toEqual({ decided: ['prepare', 'abandon'], sent: 0, free: false })
})
