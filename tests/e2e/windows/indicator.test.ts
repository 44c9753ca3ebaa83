import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Indicator } from '../../../src/shared/settings'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'
import { until } from '../support/app/until'
import { changeSettings } from '../support/app/change-settings'

/** The window that floats over all others: what it shows, and what it leaves alone. */
let rig: Rig
let app: App
let indicator: Page

const wish = (wanted: Indicator) => changeSettings(app, { indicator: wanted })
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
  const opened = app.electron.waitForEvent('window')
  await wish('always')
  indicator = await opened
  await indicator.getByTestId('indicator').waitFor()
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const facts = () =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/indicator.html'))
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    return window === undefined ? null : { ...window.getBounds(), visible: window.isVisible(), focused: window.isFocused(), focusable: window.isFocusable(), top: window.isAlwaysOnTop(), panelFocused: panel?.isFocused() }
  })

async function say(words: string): Promise<void> {
  await app.page.evaluate((text) => window.assistant.sendText(text), words)
}

const status = () => indicator.getByTestId('indicator').getAttribute('data-status')

test('it shows the state and the last words of the answer, and takes no focus', async () => {
  const since = app.trace.now()
  await app.page.bringToFront()
  await say('Tell me of the beech and the ash, and at the very end of the horse chestnut')
  await app.trace.untilPhase('speaking', { since })
  await eventually(status).toBe('speaking')
  await eventually(() => indicator.getByTestId('indicator-tail').innerText()).toContain('Tell me')
  expect(await facts()).toMatchObject({ visible: true, focused: false, focusable: false, top: true })
  await app.trace.untilPhase('idle', { since })
  await eventually(status).toBe('idle')
})

async function drag(x: number, y: number): Promise<void> {
  await indicator.mouse.move(40, 30)
  await indicator.mouse.down()
  await indicator.mouse.move(x, y, { steps: 4 })
  await indicator.mouse.up()
}

const place = async () => (await app.view()).settings.indicatorPlace
const where = async () => {
  const { x, y } = (await facts()) ?? {}
  return { x, y }
}

test('it is dragged to another place, stays on the screen, and is there again when it comes back', async () => {
  const before = await facts()
  if (before === null) throw new Error('There is no indicator.')
  await drag(20, 10)
  await eventually(place).toEqual({ x: before.x - 20, y: before.y - 20 })
  const moved = await where()
  await drag(-3_000, -3_000)
  await eventually(place).toEqual({ x: 0, y: 0 })
  const stopped = await where()
  await wish('off')
  await until('no indicator', async () => (await facts()) === null)
  await wish('always')
  await until('an indicator', async () => (await facts())?.visible === true)
  expect({ moved, stopped, again: await where() }).toEqual({ moved: { x: before.x - 20, y: before.y - 20 }, stopped: { x: 0, y: 0 }, again: { x: 0, y: 0 } })
})

test('while nothing happens it is not there, if that is wished', async () => {
  await wish('while-talking')
  await until('it hidden', async () => (await facts())?.visible === false)
  const since = app.trace.now()
  await say('Once more')
  await app.trace.untilPhase('speaking', { since })
  await until('it shown', async () => (await facts())?.visible === true)
  await app.trace.untilPhase('idle', { since })
  await until('it hidden again', async () => (await facts())?.visible === false)
})
