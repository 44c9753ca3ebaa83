import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { startRig, type Rig } from '../support/sound/rig'
import { loudestWhile, microphoneIsHeld } from '../support/sound/sound-checks'
import { items, mark } from '../support/app/talking'

const AUDIBLE = 0.02

let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

test('typed text is shown, sent and answered aloud, and needs no microphone', async () => {
  const since = app.trace.now()
  let held = true
  const heard = await loudestWhile(rig, async () => {
    await app.page.evaluate(() => window.assistant.sendText('Good morning'))
    await app.trace.untilPhase('speaking', { since })
    held = await microphoneIsHeld(rig)
    await app.trace.untilPhase('idle', { since })
  })
  const { heardSamples } = await mark(app, 'playbackDrained', since)
  expect({ held, heard: heard > AUDIBLE, spoke: Number(heardSamples) > 0, items: await items(app) }).toEqual({
    held: false,
    heard: true,
    spoke: true,
    items: [
      { role: 'user', kind: 'text', text: 'Good morning', status: 'done', heardChars: null },
      { role: 'assistant', kind: 'speech', text: 'Good morning', status: 'done', heardChars: null },
    ],
  })
})
