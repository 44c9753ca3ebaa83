import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { startRig, type Rig } from '../support/sound/rig'
import { armedCard, cardGone, holdApproveKey, toolsView } from '../support/tools/cards'

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** Practice calls what is typed, and the person allows it by hand. */
async function allowed(tool: string, args: object): Promise<void> {
  const { app } = talking
  await bringForward(app, 'index')
  await app.page.evaluate((text) => window.assistant.sendText(text), `/call ${tool} ${JSON.stringify(args)}`)
  await armedCard(app)
  await holdApproveKey(rig, 900)
  await cardGone(app)
  await eventually(async () => (await toolsView(app)).running).toEqual([])
}

const clipboardText = (): Promise<string> => talking.app.electron.evaluate(async ({ clipboard }) => clipboard.readText())
const copyByHand = (text: string): Promise<void> => talking.app.electron.evaluate(async ({ clipboard }, copied) => clipboard.writeText(copied), text)
const sent = (): string => JSON.stringify(session(talking.practice).received)

test('the clipboard of the system is written, and is as before after Undo', async () => {
  await copyByHand('before')
  await allowed('clipboard_write', { text: 'hello' })
  const written = await clipboardText()
  const { undo } = await toolsView(talking.app)
  const undone = await talking.app.page.evaluate((id) => window.assistant.undoAction(id), undo?.id ?? '')
  expect({ written, undone, after: await clipboardText() }).toEqual({ written: 'hello', undone: { ok: true, value: true }, after: 'before' })
})

test('what was copied is read, and nothing of it before the person allowed it', async () => {
  await copyByHand('a copied sentence')
  const before = sent().includes('a copied sentence')
  await allowed('clipboard_read', {})
  await eventually(async () => sent().includes('a copied sentence')).toBe(true)
  expect(before).toBe(false)
})

test('the screen is looked at once, no larger than an image may be, and it flashes', async () => {
  await talking.app.electron.evaluate(({ app }) => {
    const made: string[] = []
    Object.assign(globalThis, { windowsMade: made })
    app.on('browser-window-created', (_event, window) => made.push(JSON.stringify(window.getBounds())))
  })
  const before = session(talking.practice).images.length
  await allowed('look_at_screen', {})
  await eventually(async () => session(talking.practice).images.length - before).toBe(1)
  const image = session(talking.practice).images.at(-1)
  const flashes = await talking.app.electron.evaluate(() => (globalThis as { windowsMade?: readonly string[] }).windowsMade?.length)
  await eventually(() => talking.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.webContents.getURL() === '').length)).toBe(0)
  expect({ flashes, image }).toEqual({ flashes: 1, image: expect.objectContaining({ type: 'image/jpeg' }) })
})
