import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { ask, wordsOf } from '../support/talk/typed-talk'

/** What is kept is decided on the Privacy page itself; nothing there is only a way to another window. */
let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
  await ask(app, 'Good morning')
  page = await settingsPage(app, 'privacy')
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const settings = async () => (await app.view()).settings
const byId = (id: string) => page.getByTestId(id)

async function keep(words: string): Promise<void> {
  await byId('select-keeping').click()
  await page.getByRole('option', { name: words, exact: true }).click()
}

test('a shorter time asks first, in words of what would go: "Cancel" changes nothing, a yes does', async () => {
  await keep('7 days')
  const asked = await page.getByRole('alertdialog').innerText()
  await byId('keep-keeping').click()
  await byId('confirm-keeping').waitFor({ state: 'hidden' })
  const kept = (await settings()).keeping
  await keep('7 days')
  await byId('confirm-keeping').click()
  await eventually(async () => (await settings()).keeping).toBe('7-days')
  await keep('Forever')
  await eventually(async () => (await settings()).keeping).toBe('forever')
  expect({ asked, kept }).toEqual({ asked: expect.stringContaining('7 days'), kept: 'forever' })
})

test('kept sound has a limit as long as it is kept; what is no number stays where it was typed, with a sentence', async () => {
  const limit = page.locator('[name="keep-limit"]')
  const before = await limit.count()
  await byId('switch-keep-audio').click()
  await limit.waitFor()
  await limit.fill('much')
  await limit.press('Tab')
  await page.locator('.field-problem:not(:empty)').waitFor()
  const refused = [await limit.inputValue(), (await settings()).audioLimitMb]
  await limit.fill('700')
  await limit.press('Tab')
  await eventually(async () => (await settings()).audioLimitMb).toBe(700)
  await byId('switch-keep-audio').click()
  await limit.waitFor({ state: 'detached' })
  expect({ before, refused: [refused[0], refused[1] === 700] }).toEqual({ before: 0, refused: ['much', false] })
})

test('memory is turned off and on there', async () => {
  const before = (await settings()).remembering
  await byId('switch-remembering').click()
  await eventually(async () => (await settings()).remembering).toBe(!before)
  await byId('switch-remembering').click()
  await eventually(async () => (await settings()).remembering).toBe(before)
})

test('delete everything: main asks, a no keeps all and gives the focus back, a yes says what it took', async () => {
  const no = await answerDialogs(app, false)
  await byId('remove-everything').focus()
  await page.keyboard.press('Enter')
  await eventually(no.questions).toEqual(['Delete everything?'])
  await page.locator('[data-testid="remove-everything"][aria-disabled="false"]:focus').waitFor()
  const kept = (await wordsOf(app.page, 'item')).length
  await answerDialogs(app, true)
  await page.keyboard.press('Enter')
  await page.getByText(/^Deleted 1 conversation with 2 messages/).waitFor()
  await eventually(() => app.page.getByTestId('item').count()).toBe(0)
  expect(kept).toBe(2)
})
