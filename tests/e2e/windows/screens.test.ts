import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'
import { changeSettings } from '../support/app/change-settings'

/** The rig's screen cannot go away: windows are put where none is, and the event is raised as Electron raises it. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
  await historyPage(app)
  await settingsPage(app, 'audio')
  const opened = app.electron.waitForEvent('window')
  await changeSettings(app, { indicator: 'always' })
  await (await opened).getByTestId('indicator').waitFor()
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

type Place = readonly [x: number, y: number]

const putAll = (place: Place) => app.electron.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows().forEach((window) => window.setPosition(x, y)), place)
const raise = (event: 'display-removed' | 'display-metrics-changed') => app.electron.evaluate(({ screen }, name) => void screen.emit(name), event)

/** Which pages are wholly on the screen. */
const onScreen = () =>
  app.electron.evaluate(({ BrowserWindow, screen }) => {
    const { workArea: area } = screen.getPrimaryDisplay()
    const isInside = ({ x, y, width, height }: Electron.Rectangle) => x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height
    return BrowserWindow.getAllWindows().filter((window) => isInside(window.getBounds())).map(({ webContents }) => webContents.getURL().replace(/.*\//, '')).sort()
  })

const ALL = ['history.html', 'index.html', 'indicator.html', 'settings.html']

test.each<readonly ['display-removed' | 'display-metrics-changed', Place]>([
  ['display-removed', [5_000, 300]],
  ['display-metrics-changed', [-3_000, -2_000]],
])('%s: every window that is where no screen is comes back, a hidden one too', async (event, place) => {
  await app.page.evaluate(() => window.assistant.hidePanel())
  await putAll(place)
  await eventually(onScreen).toEqual([])
  await raise(event)
  await eventually(onScreen).toEqual(ALL)
})

test('what is more than half seen stays where the person has put it', async () => {
  const bounds = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isResizable()).map((window) => `${window.webContents.getURL().replace(/.*\//, '')} ${window.getPosition().join()}`).sort())
  const before = ['history.html -100,300', 'index.html -100,300', 'settings.html -100,300']
  await putAll([-100, 300])
  await eventually(bounds).toEqual(before) // what the window manager still had to say of the last move comes first
  await raise('display-metrics-changed')
  await eventually(onScreen).toEqual(['indicator.html']) // moved with them, and back at its place
  expect(await bounds()).toEqual(before)
})
