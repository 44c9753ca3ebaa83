import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeServer } from '../../support/practice/practice-server'
import { type App, startApp, useEndpoint } from '../support/app/app'
import { sentAudio, session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { loudestWhile, microphoneIsHeld, untilMicrophoneFree } from '../support/sound/sound-checks'
import { count, hold, holdAndSay, items, mark, sentence } from '../support/app/talking'

const AUDIBLE = 0.02
/** After a turn the microphone stays warm so long: on a slow machine that may be over before the answer is. */
const LINGER_MS = 5_000
/** That, and the time to look; what is not let go stays for good. */
const RELEASED_WITHIN_MS = 10_000
const SLOW_MS = 6_000

let rig: Rig
let wav: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'hello', 'Hello there, do you hear me?')
})
afterAll(async () => { await rig.stop() })

/** By the clock of the marks. */
const now = ({ electron }: App): Promise<number> => electron.evaluate(() => performance.now())

test('hold, speak, let go, hear the answer; then the microphone is really free', async () => {
  const app = await startApp(rig)
  const since = app.trace.now()
  let lingers = false
  const heard = await loudestWhile(rig, async () => {
    const letGo = await hold(rig, app, () => rig.speak(wav))
    await app.trace.untilPhase('idle', { since: letGo.at })
    lingers = (await microphoneIsHeld(rig)) || (await now(app)) - letGo.at > LINGER_MS
  })
  await untilMicrophoneFree(rig, RELEASED_WITHIN_MS)

  const { samples } = await mark(app, 'captureClosed', since)
  const { heardSamples, underruns } = await mark(app, 'playbackDrained', since)
  const seconds = (Number(samples) / 24_000).toFixed(1)
  const { phase } = await app.view()
  expect({ audible: heard > AUDIBLE, lingers, heardSamples, underruns, phase, items: await items(app) }).toEqual({
    audible: true,
    lingers: true,
    heardSamples: samples,
    underruns: 0,
    phase: 'idle',
    items: [
      { role: 'user', kind: 'speech', text: `(${seconds} seconds of speech)`, status: 'done', heardChars: null },
      { role: 'assistant', kind: 'speech', text: `You said ${seconds} seconds.`, status: 'done', heardChars: null },
    ],
  })
  await app.close()
})

test('a press before the connection is ready loses nothing', async () => {
  const practice = await startPracticeServer()
  const first = await startApp(rig)
  await useEndpoint(first, practice) // the key stays in the keychain
  await first.close()
  practice.setFaults([{ name: 'slow-session-created', value: SLOW_MS, times: 1 }])

  const app = await startApp(rig, { settings: { endpoint: { kind: 'custom', url: practice.url } }, ready: false })
  const released = await holdAndSay(rig, app, wav)
  const ready = await app.trace.untilReady()
  await app.trace.untilPhase('idle', { since: released.at })

  const captured = count(await mark(app, 'captureClosed', 0), 'samples')
  const { committedAudio, appendedBytes } = session(practice)
  const [committed] = committedAudio
  expect({ late: ready.at > released.at, appendedBytes, committed: committed?.byteLength, same: committed?.equals(sentAudio(app)) }).toEqual({
    late: true,
    appendedBytes: captured * 2,
    committed: captured * 2,
    same: true,
  })
  await app.close()
  await practice.close()
})
