import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from '../support/app/axe'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { bringForward, settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { tabWalk } from '../support/tab-walk'
import { newTalk } from '../support/talk/typed-talk'
import { armedCard, catchOpened, holdApproveKey } from '../support/tools/cards'

/** Folders, sources, servers and their questions: axe finds nothing on them in either theme, and all of it is done with keys alone. */
const HOSTILE = join(import.meta.dirname, '../../support/mcp/hostile-server.mjs')
let rig: Rig
let talking: PracticeApp
let papers: string
beforeAll(async () => {
  rig = await startRig()
  papers = join(rig.folder, 'Papers')
  await mkdir(papers)
  await writeFile(join(papers, 'Lease.md'), '# Notice\n\nThe lamp shop in Harrow Lane is given up with eleven weeks of notice.\n')
  for (const name of ['Minutes.docx', 'Invoice.pdf']) await writeFile(join(papers, name), 'broken')
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const focusedId = (page: Page) => page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['testid'] ?? '') : ''))

async function keys(page: Page, id: string, key: string): Promise<void> {
  await page.getByTestId(id).first().focus()
  await page.keyboard.press(key)
}

test('the page of folders', async () => {
  const { app } = talking
  const page = await settingsPage(app, 'knowledge')
  const empty = await axeFaults(app, page)
  await choosePath(app, papers)
  await keys(page, 'add-folder', 'Enter')
  await page.getByTestId('unread-head').filter({ hasText: '2 files could not be read' }).waitFor()
  await keys(page, 'unread-head', 'Enter')
  await page.getByTestId('unread-file').nth(1).waitFor()
  const reasons = await page.getByTestId('unread-file').allInnerTexts()
  await keys(page, 'select-embedder', 'Enter')
  await page.getByRole('option', { name: 'Ollama' }).waitFor()
  await page.keyboard.type('Ollama')
  await page.keyboard.press('Enter')
  await page.getByTestId('use-embedder').waitFor()
  await keys(page, 'advanced-embedder', 'Enter')
  await page.locator('[name="embedder-dimensions"]').waitFor()
  const full = await axeFaults(app, page)
  const stops = (await tabWalk(page)).filter(({ name }) => !name.startsWith('tab-') && !name.startsWith('section-'))
  expect({ empty, full, reasons, unseen: stops.filter(({ seen }) => !seen), names: stops.map(({ name }) => name) }).toEqual({
    empty: [], full: [], reasons: expect.arrayContaining([expect.stringMatching(/^Invoice\.pdf\s+The file is damaged/u)]), unseen: [],
    names: [
      'remove-folder', 'unread-head', 'unread-list', 'add-folder', 'switch-pause-reading', 'select-embedder',
      'embedder-url', 'embedder-model', 'embedder-secret', 'advanced-embedder', 'embedder-dimensions', 'embedder-queryPrefix', 'embedder-passagePrefix', 'use-embedder',
    ],
  })
})

test('reading is paused and goes on; a folder is taken out and comes back, and the focus is never lost', async () => {
  const { app } = talking
  const page = await settingsPage(app, 'knowledge')
  const paused = async () => (await app.view()).settings.knowledgePaused
  await keys(page, 'switch-pause-reading', 'Space')
  await eventually(paused).toBe(true)
  await page.keyboard.press('Space')
  await eventually(paused).toBe(false)
  await keys(page, 'remove-folder', 'Enter')
  await page.getByTestId('put-back-folder').waitFor()
  const [behind, said, faults] = [await focusedId(page), await page.getByTestId('folder-said').innerText(), await axeFaults(app, page)]
  await page.keyboard.press('Tab')
  const next = await focusedId(page)
  await page.keyboard.press('Enter')
  await page.locator('[data-testid="folder-state"][data-state="current"]').waitFor()
  expect({ behind, next, after: await focusedId(page), said, faults }).toEqual({
    behind: 'add-folder', next: 'put-back-folder', after: 'add-folder', said: expect.stringContaining('“Papers” was removed. What was read from it is deleted. Your files were not changed.'), faults: [],
  })
})

test('all of the home folder is asked about, and what is Parley’s own is refused', async () => {
  const { app } = talking
  const page = await settingsPage(app, 'knowledge')
  const problem = () => page.getByTestId('folder-problem').innerText()
  await choosePath(app, app.userData)
  await keys(page, 'add-folder', 'Enter')
  await eventually(problem).toBe('Parley keeps its own data there and never reads it. Choose another folder.')
  await keys(page, 'remove-folder', 'Enter')
  await page.getByTestId('no-folders').waitFor()
  const asked = await answerDialogs(app, false)
  await choosePath(app, await app.electron.evaluate(({ app: main }) => main.getPath('home')))
  await keys(page, 'add-folder', 'Enter')
  await eventually(problem).toContain('not confirmed')
  expect({ questions: await asked.questions(), folders: await page.getByTestId('knowledge-folder').count() }).toEqual({ questions: ['Read your whole home folder?'], folders: 0 })
  await keys(page, 'put-back-folder', 'Enter')
  await page.locator('[data-testid="folder-state"][data-state="current"]').waitFor()
})

async function answered(text: string): Promise<void> {
  await newTalk(talking.app)
  talking.practice.addScript([
    { outputs: [{ kind: 'function-call', name: 'search_knowledge', arguments: '{"query":"lamp shop in Harrow Lane"}' }] },
    { outputs: [{ kind: 'say', text }] },
  ])
  await talking.app.page.evaluate(() => window.assistant.sendText('How much notice does it need?'))
  await talking.app.page.getByTestId('source').waitFor()
  await talking.app.trace.untilPhase('idle')
}

test('the sources of an answer: named, only given, and never given', async () => {
  const { app } = talking
  const opened = await catchOpened(app)
  const screens: Record<string, readonly string[]> = {}
  await bringForward(app, 'index')
  for (const [name, text] of [['given', 'Eleven weeks.'], ['named', 'Eleven weeks, says Lease.md [Z9].']] as const) {
    await answered(text)
    screens[name] = await axeFaults(app, app.page)
  }
  const unknown = await app.page.getByTestId('unknown-cite').innerText()
  await app.page.getByTestId('item').last().focus()
  await app.page.keyboard.press('Tab')
  const at = await focusedId(app.page)
  await app.page.keyboard.press('Enter')
  await eventually(opened).toEqual([join(papers, 'Lease.md')])
  expect({ screens, unknown, at, named: await app.page.getByTestId('source').getAttribute('data-named') }).toEqual({ screens: { given: [], named: [] }, unknown: expect.stringContaining('Z9: the assistant names a source that it was not given'), at: 'source', named: 'true' })
})

test('a server is pasted, looked at and allowed, and its log read', async () => {
  const { app } = talking
  await answerDialogs(app, true)
  const page = await settingsPage(app, 'servers')
  await keys(page, 'add-by-paste', 'Enter')
  await page.keyboard.insertText(JSON.stringify({ mcpServers: { forms: { command: process.execPath, args: [HOSTILE, 'asks-name'] } } }))
  await keys(page, 'read-json', 'Enter')
  await page.getByTestId('server-draft').waitFor()
  const draft = await axeFaults(app, page)
  await keys(page, 'add-draft', 'Enter')
  await keys(page, 'switch-server-forms', 'Space')
  await page.locator('[data-testid="server"][data-phase="ready"]').waitFor()
  await keys(page, 'server-open', 'Enter')
  await keys(page, 'allow-tools', 'Enter')
  await page.locator('[data-testid="server-tool"][data-on="true"]').waitFor()
  await keys(page, 'server-log-open', 'Enter')
  const open = await axeFaults(app, page)
  const unseen = (await tabWalk(page)).filter(({ seen }) => !seen)
  expect({ draft, open, unseen }).toEqual({ draft: [], open: [], unseen: [] })
})

async function question(): Promise<void> {
  await newTalk(talking.app)
  await talking.app.page.getByTestId('text-input').focus()
  await talking.app.page.evaluate(() => window.assistant.sendText('/call forms_echo {}'))
  await armedCard(talking.app)
  await holdApproveKey(rig, 900)
  await talking.app.page.getByTestId('question').waitFor()
}

test('a question of a server takes no focus; it is filled in and sent, or left, with keys', async () => {
  const { app } = talking
  const { page } = app
  await bringForward(app, 'index')
  await question()
  const before = await focusedId(page)
  const faults = await axeFaults(app, page)
  await keys(page, 'question-send', 'Enter')
  const missing = await page.getByTestId('question').getByText('is required').innerText()
  await page.getByTestId('asked-name').focus()
  await page.keyboard.type('Anna')
  await page.keyboard.press('Enter')
  await page.getByTestId('question').waitFor({ state: 'detached' })
  await eventually(async () => (await page.getByTestId('item').allInnerTexts()).join(' ')).toContain('Anna')
  await question()
  await page.keyboard.press('Escape')
  await page.getByTestId('question').waitFor({ state: 'detached' })
  expect({ before, faults, missing, after: await focusedId(page) }).toEqual({ before: 'text-input', faults: [], missing: '“Name” is required.', after: 'text-input' })
})
