import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { bringForward, settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { playChord } from '../support/talk/keys'
import { tabWalk } from '../support/tab-walk'
import { wordsOf } from '../support/talk/typed-talk'
import { catchOpened, toolsView } from '../support/tools/cards'
import { holdTrayMenu } from '../support/tools/tray-menu'

/** What a person sets about tools: in the tray's menu and in the settings, with mouse and keys. */
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

const typed = (text: string): Promise<unknown> => talking.app.page.evaluate((words) => window.assistant.sendText(words), text)
const settings = async () => (await talking.app.view()).settings

test('the tray chooses which tools there are, shows the choice, and ends what runs', async () => {
  const { app } = talking
  const menu = await holdTrayMenu(app)
  await app.page.evaluate(() => window.assistant.chooseTools('read-only'))
  await eventually(menu.entries).toEqual(expect.arrayContaining(['Tools > All tools', 'Tools > Read only *', 'Tools > No tools']))
  await menu.click('Tools > No tools')
  await eventually(async () => (await settings()).toolChoice).toBe('off')
  await menu.click('Tools > All tools')
  await eventually(async () => (await settings()).toolChoice).toBe('all')
  await eventually(menu.entries).toContain('Tools > All tools *')
  const idle = await menu.entries()
  await typed('/call open_url {"url":"https://example.org/"}')
  await app.page.getByTestId('card').waitFor()
  await menu.click('Stop all tools')
  await app.page.getByTestId('card').waitFor({ state: 'detached' })
  await eventually(async () => (await toolsView(app)).running).toEqual([])
  await eventually(menu.entries).toEqual(idle)
  expect(idle).not.toContain('Stop all tools')
})

const CTRL = '37'
const ALT = '64'
const SHIFT = '50'
const [F9, H] = ['75', '43']

/** Clicks the key's button, presses, and says what stands there then. */
async function recorded(press: readonly string[]): Promise<string> {
  const page = await settingsPage(talking.app, 'shortcuts')
  await bringForward(talking.app, 'settings')
  const button = page.locator('[name="approveKey"]')
  await button.click()
  await page.locator('[name="approveKey"][data-recording="true"]').waitFor()
  await talking.app.view() // asked behind it: when this is answered, main has the request, too
  await playChord(rig, press)
  await page.locator('[name="approveKey"][data-recording="false"]').waitFor()
  return button.innerText()
}

test('the key that allows is recorded; one that is taken, or too easily pressed, is refused in words; the standard one comes back', async () => {
  const { app } = talking
  const page = await settingsPage(app, 'shortcuts')
  const problem = () => wordsOf(page, 'section-shortcuts').then(([words = '']) => words)
  const taken = await recorded([CTRL, ALT, H])
  await eventually(problem).toContain('Parley already uses this key for something else')
  const easy = await recorded([CTRL, F9])
  await eventually(problem).toContain('at least two of Ctrl, Alt and Shift')
  await recorded([CTRL, SHIFT, F9])
  await eventually(async () => (await settings()).approveKey).toBe('Control+Shift+F9')
  await typed('/call clipboard_read')
  const label = await app.page.getByTestId('card-key').innerText()
  await app.page.locator('[data-testid="card"][data-armed="true"]').waitFor()
  await rig.keyDown('ctrl+shift+F9')
  await app.page.locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await rig.keyUp('ctrl+shift+F9')
  await app.page.getByTestId('card').waitFor({ state: 'detached' })
  await page.getByTestId('reset-approveKey').click()
  await eventually(async () => (await settings()).approveKey).toBe('Control+Alt+Enter')
  expect({ taken, easy, label }).toEqual({ taken: 'Ctrl+Alt+Enter', easy: 'Ctrl+Alt+Enter', label: 'or hold Ctrl+Shift+F9' })
})

test('always is offered for a time, 30 days first; it is listed with its end, runs without asking, and is removed', async () => {
  const { app } = talking
  const opened = await catchOpened(app)
  const dialogs = await answerDialogs(app, true)
  const page = await settingsPage(app, 'tools') // open already: what comes to be allowed is listed without being asked for
  await page.getByTestId('no-rules').waitFor()
  await typed('/call open_url {"url":"https://example.org/a"}')
  await app.page.getByTestId('card-always').click()
  const offered = await wordsOf(app.page, 'card').then(([words = '']) => words)
  await bringForward(app, 'index')
  const walked = (await tabWalk(app.page)).filter(({ name }) => /^(Details|card-|always-)/.test(name))
  await app.page.getByTestId('always-30-days').click()
  await eventually(opened).toEqual(['https://example.org/a'])
  await typed('/call open_url {"url":"https://example.org/b"}')
  await eventually(opened).toEqual(['https://example.org/a', 'https://example.org/b'])
  const listed = await wordsOf(page, 'always-rule')
  await page.getByTestId('remove-rule').click()
  await page.getByTestId('no-rules').waitFor()
  await typed('/call open_url {"url":"https://example.org/c"}')
  await app.page.getByTestId('card').waitFor()
  await app.page.getByTestId('card-deny').click()
  await app.page.getByTestId('card').waitFor({ state: 'detached' })
  expect({ walked, offered, asked: await dialogs.questions(), listed, opened: (await opened()).length }).toEqual({
    walked: ['Details', 'card-hold', 'card-deny', 'card-always', 'always-30-days', 'always-run', 'always-for-good'].map((name) => ({ name, seen: true })),
    offered: expect.stringMatching(/Always allow: open pages of example\.org.*For 30 days Until Parley quits Forever/), asked: ['Always allow Parley to open pages of example.org?'],
    listed: [expect.stringMatching(/^Open pages of example\.org since .*, until .* Remove$/)], opened: 2,
  })
})

test('notes go to the folder that the person chose in the system dialog; one that is gone is told in words; the standard one comes back', async () => {
  const { app } = talking
  const [folder, page] = [join(rig.folder, 'my notes'), await settingsPage(app, 'tools')]
  await mkdir(folder)
  const path = () => page.getByTestId('notes-path').innerText()
  const standard = await path()
  await choosePath(app, folder)
  await page.getByTestId('choose-notes').click()
  await eventually(path).toBe(folder)
  await typed('/call add_note {"text":"Milk"}')
  await eventually(() => readdir(folder)).toEqual(['Notes.md'])
  const note = await readFile(join(folder, 'Notes.md'), 'utf8')
  await rm(folder, { recursive: true })
  await typed('/call add_note {"text":"Bread"}')
  const line = app.page.getByTestId('tool-line').filter({ hasText: 'Failed' })
  await line.getByTestId('tool-line-head').click()
  await eventually(() => line.innerText()).toContain('The folder chosen for notes is not there any more.')
  await page.getByTestId('reset-notes').click()
  await eventually(path).toBe(standard)
  expect([note.includes('Milk'), standard.endsWith('/Parley notes'), (await settings()).notesFolder]).toEqual([true, true, null])
})
