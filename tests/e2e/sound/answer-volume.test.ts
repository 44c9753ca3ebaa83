import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { settingsPage } from '../support/app/settings-page'
import { startRig, type Rig } from '../support/sound/rig'
import { loudestWhile } from '../support/sound/sound-checks'
import { ask, wordsOf } from '../support/talk/typed-talk'

/** How loud answers are, and answers that are only read; measured at the loudspeaker. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig, { settings: { earcons: false } })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

test('half of the slide is a quarter of the amplitude', async () => {
  const full = await loudestWhile(rig, () => ask(app, 'One two three'))
  const page = await settingsPage(app, 'audio')
  const slider = page.locator('input[name="answer-volume"]')
  await slider.focus()
  for (let step = 1; step <= 10; step += 1) {
    await page.keyboard.press('ArrowLeft')
    await eventually(() => slider.inputValue()).toBe(String((20 - step) / 20))
  }
  await eventually(async () => (await app.view()).settings.answerVolume).toBe(0.5)
  const half = await loudestWhile(rig, () => ask(app, 'One two three'))
  expect({ audible: full > 0.02, ratio: half / full }).toEqual({ audible: true, ratio: expect.closeTo(0.25, 1) })
})

test('captions only: the answer is read, and nothing is heard', async () => {
  await changeSettings(app, { answerVolume: 1 })
  const page = await settingsPage(app, 'assistant')
  await page.getByTestId('switch-captions-only').click()
  await eventually(async () => (await app.view()).settings.captionsOnly).toBe(true)
  const loudest = await loudestWhile(rig, async () => {
    await app.page.evaluate(() => window.assistant.sendText('Only to read'))
    await eventually(() => wordsOf(app.page, 'item').then((words) => words.at(-1))).toMatch(/Parley: .*Only to read/)
    await eventually(async () => (await app.view()).phase).toBe('idle')
  })
  expect(loudest).toBe(0)
})
