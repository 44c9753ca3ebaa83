import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { settingsPage } from '../support/app/settings-page'
import { startRig, type Rig } from '../support/sound/rig'

/** Models and voices are chosen from menus, with keys alone as with a mouse. */
let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
  page = await settingsPage(app, 'assistant')
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const settings = async () => (await app.view()).settings
const shown = (name: string) => page.getByTestId(`offers-${name}`).getAttribute('aria-label')

test('a model is chosen with keys; its row says what it is and what it costs', async () => {
  await page.getByTestId('offers-model').focus()
  await page.keyboard.press('Enter')
  const row = page.getByTestId('offer-gpt-realtime-2.1-mini')
  await row.waitFor()
  const words = (await row.innerText()).split('\n')
  await page.keyboard.type('gpt-realtime-2.1-m') // as in any list
  await page.keyboard.press('Enter')
  await eventually(async () => (await settings()).model).toBe('gpt-realtime-2.1-mini')
  await eventually(() => shown('model')).toBe('Model: gpt-realtime-2.1-mini')
  expect(words).toEqual(['gpt-realtime-2.1-mini', expect.stringMatching(/About \d+ cents a minute$/)])
})

test('any other voice is typed behind "Custom…", and one of the list goes back to the menu', async () => {
  await settingsPage(app, 'voice')
  await page.getByTestId('offers-voice').click()
  await page.getByTestId('offer-own-voice').click()
  const field = page.locator('input[name="voice"]')
  await field.fill('voice_of_our_own')
  await field.press('Enter')
  await eventually(async () => (await settings()).voice).toBe('voice_of_our_own')
  await eventually(() => shown('voice')).toBe('Voice: Custom…')
  await page.getByTestId('offers-voice').click()
  await page.getByTestId('offer-cedar').click()
  await eventually(async () => (await settings()).voice).toBe('cedar')
  await eventually(() => field.count()).toBe(0)
  expect(await shown('voice')).toBe('Voice: Cedar')
})
