import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, sentAudio, session, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { count, hold, mark, sentence } from '../support/app/talking'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { busyBrowser, undoAll } from '../support/tools/busy-tool'
import { armedCard, cardGone, type ChordOrder, holdApproveKey, toolsView } from '../support/tools/cards'
import { startOtherProgram } from '../support/tools/other-program'

const TIMERS = 15
/** Of the time the microphone was open; a busy machine's sound system may swallow some before it reaches the app. */
const COMPLETE = 0.75

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

const callLine = (tool: string, args: object): string => `/call ${tool} ${JSON.stringify(args)}`

/** Practice calls what is typed, and the person allows by hand what asks for it. */
async function begun(text: string, meanwhile = () => Promise.resolve(), order?: ChordOrder): Promise<void> {
  const { app } = talking
  await bringForward(app, 'index')
  await app.page.evaluate((typed) => window.assistant.sendText(typed), text)
  await armedCard(app)
  await meanwhile()
  await holdApproveKey(rig, 900, order)
  await cardGone(app)
}

async function allowed(tool: string, args: object, meanwhile?: () => Promise<void>, order?: ChordOrder): Promise<void> {
  await begun(callLine(tool, args), meanwhile, order)
  await eventually(async () => (await toolsView(talking.app)).running).toEqual([])
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

test.each(['shown', 'hidden'] as const)('text is inserted into the program that has the focus, its menu bar %s, and what was copied is still there', async (menu) => {
  const other = await startOtherProgram(rig, menu)
  onTestFinished(() => other.close())
  await copyByHand('copied before')
  await allowed('insert_text', { text: 'Hello' }, () => other.takeFocus(), 'Alt second') // lets go of Alt with nothing between, as far as the program sees
  await eventually(() => other.texts).toEqual(['Hello'])
  await allowed('insert_text', { text: ', you' }, () => other.takeFocus(), 'Alt first')
  await eventually(() => other.texts).toEqual(['Hello', 'Hello, you'])
  await eventually(clipboardText).toBe('copied before')
})

test('nothing is inserted into Parley itself', async () => {
  await copyByHand('copied before')
  await allowed('insert_text', { text: 'To myself' })
  await eventually(() => sent().includes('Parley itself has the focus')).toBe(true)
  expect({ clipboard: await clipboardText(), draft: await talking.app.page.locator('textarea').inputValue() }).toEqual({ clipboard: 'copied before', draft: '' })
})

test('the samples on the wire are those captured, exactly, beside a busy tool and while many actions are written', async () => {
  const { app, practice } = talking
  const wav = await sentence(rig, 'beside', 'One two three four five.')
  const history = await historyPage(app)
  const browser = await busyBrowser(app)
  await begun([...Array.from({ length: TIMERS }, (_, at) => callLine('set_timer', { seconds: 3_600 + at })), callLine('open_url', { url: 'https://example.org/' })].join('\n'))
  const sentBefore = sentAudio(app).byteLength
  const since = app.trace.now()
  let undone = 0
  await hold(rig, app, async () => {
    const writing = undoAll(history, 'set_timer')
    await rig.speak(wav)
    undone = await writing
  })
  const { samples } = await mark(app, 'captureClosed', since)
  const commit = await mark(app, 'commit', since)
  const { running } = await toolsView(app)
  const blockedMs = await browser.end()
  await app.trace.untilPhase('idle', { since: commit.at })

  const sentNow = sentAudio(app).subarray(sentBefore)
  const committed = session(practice).committedAudio.at(-1)
  const openMs = commit.at - (await mark(app, 'captureReady', since)).at
  expect({
    undone,
    running: running.map(({ title }) => title),
    blocked: blockedMs > openMs / 10,
    complete: Number(samples) / 24 > openMs * COMPLETE,
    commit: count(commit, 'samples'),
    sent: sentNow.byteLength / 2,
    same: committed?.equals(sentNow),
  }).toEqual({ undone: TIMERS, running: ['Open a web page'], blocked: true, complete: true, commit: samples, sent: samples, same: true })
})
