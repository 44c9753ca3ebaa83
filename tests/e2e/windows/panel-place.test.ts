import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { fromMore, settingsPage } from '../support/app/settings-page'
import { enlarge } from '../support/app/window-size'
import { startRig, type Rig } from '../support/sound/rig'

/** Where the panel is, how large, above what, and the key that brings it. */
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

/** What the window manager had still to say is over, and whatever we did ourselves counts as ours. */
const SETTLED_MS = 900

type Bounds = Pick<Electron.Rectangle, 'x' | 'y' | 'width' | 'height'>

const panel = <T>(read: (window: Electron.BrowserWindow) => T) =>
  app.electron.evaluate(({ BrowserWindow }, code) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
    return (new Function('window', `return (${code})(window)`) as (window: unknown) => T)(window)
  }, read.toString())
const bounds = () => panel((window) => window.getBounds())
const places = async () => (await app.view()).settings.panelPlaces

/** As somebody does who drags it by its frame and its corner: all that the app sees of that. */
const drag = (to: Bounds) =>
  app.electron.evaluate(({ BrowserWindow }, next) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))?.setBounds(next), to)

const shown = () => panel((window) => window.isVisible() && window.isFocused())

test('it is where it was left, in the size it was given; larger letters are not that', async () => {
  await delay(SETTLED_MS)
  expect(await places()).toEqual([]) // nobody has touched it
  await drag({ x: 60, y: 40, width: 500, height: 560 })
  await eventually(async () => (await places()).map(({ width, height }) => [width, height])).toEqual([[500, 560]])
  const [left, kept] = [await bounds(), await places()]
  await enlarge(app, app.page, 1.25)
  await delay(SETTLED_MS)
  await changeSettings(app, { zoom: 1 })
  await delay(SETTLED_MS)
  await app.page.evaluate(() => window.assistant.hidePanel())
  await eventually(() => panel((window) => window.isVisible())).toBe(false)
  await drag({ x: 700, y: 100, width: 420, height: 500 }) // hidden: nobody's choice
  await app.electron.evaluate(({ app: electron }) => electron.emit('second-instance', {}, [], '', {}))
  await eventually(shown).toBe(true)
  await eventually(bounds).toEqual(left)
  expect((await places()).map(({ width, height }) => [width, height])).toEqual(kept.map(({ width, height }) => [width, height]))
})

test('its key, recorded in the settings, brings it and puts it away; without one nothing does', async () => {
  const settings = await settingsPage(app, 'shortcuts')
  const key = settings.locator('[name="panelKey"]')
  await eventually(() => key.innerText()).toBe('Not set')
  await key.click()
  await eventually(() => key.innerText()).toContain('Press a key')
  await rig.tapKeys('ctrl+alt+h') // hands-free has it
  await eventually(() => settings.locator('.setting-card').first().innerText()).toContain('already uses this key')
  await key.click()
  await eventually(() => key.innerText()).toContain('Press a key')
  await rig.tapKeys('ctrl+alt+p')
  await eventually(async () => (await app.view()).settings.panelKey).toBe('Control+Alt+P')
  await app.page.evaluate(() => window.assistant.hidePanel())
  await eventually(shown).toBe(false)
  await rig.tapKeys('ctrl+alt+p')
  await eventually(shown).toBe(true)
  await rig.tapKeys('ctrl+alt+p')
  await eventually(() => panel((window) => window.isVisible())).toBe(false)
  await settings.getByTestId('reset-panelKey').click()
  await eventually(() => key.innerText()).toBe('Not set')
  await rig.tapKeys('ctrl+alt+p')
  await delay(SETTLED_MS)
  expect(await panel((window) => window.isVisible())).toBe(false)
})

test('it is kept above all other windows, from its menu or by the settings', async () => {
  const isOnTop = () => panel((window) => window.isAlwaysOnTop())
  await app.electron.evaluate(({ app: electron }) => electron.emit('second-instance', {}, [], '', {}))
  const before = await isOnTop()
  await fromMore(app.page, 'keep-on-top')
  await eventually(isOnTop).toBe(true)
  const kept = (await app.view()).settings.keepOnTop
  await changeSettings(app, { keepOnTop: false })
  await eventually(isOnTop).toBe(false)
  expect({ before, kept }).toEqual({ before: false, kept: true })
})
