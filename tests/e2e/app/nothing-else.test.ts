import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig, { ready: false })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

test('our scheme serves its own host and no other', async () => {
  const statuses = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const pages = BrowserWindow.getAllWindows()[0]?.webContents.session
    const status = async (url: string) => (await pages?.fetch(url))?.status
    return Promise.all(['app://parley/index.html', 'app://evil/index.html', 'app://parley.evil/index.html', 'app://evil/images/x'].map(status))
  })
  expect(statuses).toEqual([200, 404, 404, 404])
})

test('what a page would download is cancelled', async () => {
  const outcome = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const cancelled = new Promise((resolve) => contents?.session.once('will-download', (event) => resolve(event.defaultPrevented)))
    void contents?.executeJavaScript("const a = document.createElement('a'); a.href = 'app://parley/index.html'; a.download = 'x.html'; document.body.append(a); a.click(); a.remove()", true)
    return Promise.race([cancelled, new Promise((resolve) => setTimeout(() => resolve('nothing was asked for'), 5_000))])
  })
  expect(outcome).toBe(true)
})
