import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { until } from '../support/app/until'
import { startRig, type Rig } from '../support/sound/rig'

/** The app's own bound is 2 s; Chromium wants some more. */
const QUIT_LIMIT_MS = 8_000

let rig: Rig
beforeAll(async () => { rig = await startRig() })
afterAll(async () => { await rig.stop() })

/** Nobody listens on port 9 of loopback. */
const UNREACHABLE = { endpoint: { kind: 'custom' as const, url: 'ws://127.0.0.1:9/v1/realtime' } }

/** Asked by a signal, as the system asks; null and SIGKILL: it did not end in time. */
async function quit(app: App) {
  const child = app.electron.process()
  const late = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code, signal] = await exited
  clearTimeout(late)
  return { code, signal, stuck: readFileSync(join(app.userData, 'logs', 'parley.log'), 'utf8').includes('a window did not close') }
}

const IN_ORDER = { code: 0, signal: null, stuck: false }

const windows = (app: App) => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test.each([
  ['while connected', {}, true],
  ['while the endpoint cannot be reached', UNREACHABLE, false],
])('quits in order %s', async (_when, settings, ready) => {
  expect(await quit(await startApp(rig, { settings, ready }))).toEqual(IN_ORDER)
})

test('a pill that is always there does not come again while the windows close', async () => {
  const app = await startApp(rig, { settings: { indicator: 'always' } })
  await until('the pill', async () => (await windows(app)) === 2)
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [panel, pill] = ['/index.html', '/indicator.html'].map((end) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(end)))
    for (const window of [panel, pill]) window?.once('closed', () => panel?.emit('blur')) // whichever the system takes first, the panel may lose the keys
  })
  expect(await quit(app)).toEqual(IN_ORDER)
})

test('a page that will not go does not keep Parley', async () => {
  const app = await startApp(rig)
  await app.page.mouse.click(200, 200) // Chromium asks only pages that somebody has used
  await app.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  expect(await quit(app)).toEqual({ ...IN_ORDER, stuck: true })
})
