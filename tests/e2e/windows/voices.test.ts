import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { axeFaults } from '../support/app/axe'
import { eventually } from '../support/app/eventually'
import { settingsPage } from '../support/app/settings-page'
import { loudestWhile, silenceFor } from '../support/sound/sound-checks'
import { startRig, type Rig } from '../support/sound/rig'
import { wordsOf } from '../support/talk/typed-talk'

/** A voice is heard before it is chosen; here it is the hum of the echo test. */
/** What the sound server of a busy machine has by then, nobody can take back. */
const UNDER_WAY_MS = 150

let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig, { settings: { earcons: false } })
  page = await settingsPage(app, 'voice')
})
afterEach(async () => {
  await page.evaluate(() => { window.preferences.stopVoice() })
  await page.keyboard.press('Escape')
  await page.getByTestId('listen-cedar').waitFor({ state: 'detached' })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const AUDIBLE = 0.02
const open = () => page.getByTestId('offers-voice').click()
const heard = () => page.getByTestId('listen-cedar').getAttribute('data-heard')
const clip = async () => (await app.view()).playingClip
const until = async (what: 'true' | 'false') => { await eventually(heard).toBe(what) }

test('▶ plays it, ▶ becomes a pause, and nothing is chosen, shown or kept', async () => {
  await open()
  const foot = await page.locator('.offer-foot').innerText()
  const loudest = await loudestWhile(rig, async () => {
    await page.getByTestId('listen-cedar').click()
    await until('true')
    await eventually(clip).toBe('voice:cedar')
    await until('false')
  })
  const { settings } = await app.view()
  expect({ audible: loudest > AUDIBLE, foot, voice: settings.voice, items: await wordsOf(app.page, 'item'), axe: await axeFaults(app, page) }).toEqual({
    audible: true,
    foot: 'The echo test hums for every voice. Nothing leaves this computer.',
    voice: 'marin',
    items: [],
    axe: [],
  })
})

test('with keys alone it is played, stopped, and the voice beside it chosen', async () => {
  await page.getByTestId('offers-voice').focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-testid="offer-marin"]').waitFor()
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  for (let steps = 0; steps < 30 && (await name()) !== 'Play Cedar'; steps += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await until('true')
  await eventually(name).toBe('Stop Cedar')
  await page.keyboard.press('Enter')
  await until('false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await eventually(async () => (await app.view()).settings.voice).toBe('cedar')
})

test('a press of the talk key silences it at once; while that turn runs none is played, which is said', async () => {
  await open()
  await page.getByTestId('listen-cedar').click()
  await eventually(clip).toBe('voice:cedar')
  await rig.keyDown('Control_R')
  await eventually(async () => (await app.view()).phase).toBe('listening')
  await silenceFor(UNDER_WAY_MS)()
  const during = await loudestWhile(rig, silenceFor(400))
  const refused = await page.evaluate(() => window.preferences.playVoice('cedar'))
  await page.getByTestId('listen-cedar').click()
  await page.getByText('Parley is busy with a conversation.').first().waitFor()
  await rig.keyDown('Escape')
  await rig.keyUp('Escape')
  await rig.keyUp('Control_R')
  await eventually(async () => (await app.view()).phase).toBe('idle')
  expect({ during, clip: await clip(), refused }).toEqual({ during: 0, clip: null, refused: { ok: true, value: 'busy' } })
})

test('Escape silences it, and so does closing the menu', async () => {
  await open()
  await page.getByTestId('listen-cedar').click()
  await eventually(clip).toBe('voice:cedar')
  await rig.keyDown('Escape')
  await rig.keyUp('Escape')
  await eventually(clip).toBe(null)
})
