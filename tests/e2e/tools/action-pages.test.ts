import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Action } from '../../../src/shared/tools/actions'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { answerDialogs } from '../support/app/system-dialog'
import { historyPage } from '../support/history/history-page'
import { withStore } from '../support/history/seeded-history'
import { startRig, type Rig } from '../support/sound/rig'
import { tabWalk } from '../support/tab-walk'
import { newTalk, wordsOf } from '../support/talk/typed-talk'
import { toolsView } from '../support/tools/cards'

/** What tools did and what is remembered, in the history window, with the mouse. */
let rig: Rig
let talking: PracticeApp
let page: Page

/** Parley ended while it ran. */
const OPEN: Action = {
  id: 'opened', at: Date.UTC(2026, 2, 1, 10), conversation: null, tool: 'add_note', title: 'Add a note', level: 2, arguments: '{"text":"Milk"}', approval: 'not-asked', outcome: 'open', result: null, elapsedMs: null, undo: null,
}

beforeAll(async () => {
  rig = await startRig()
  const userData = join(rig.folder, 'pages')
  await withStore(userData, (store) => store.saveAction(OPEN))
  talking = await startPracticeApp(rig, {}, { userData, settings: { onboarding: 'done' } })
  page = await historyPage(talking.app)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const call = (tool: string, args: object): Promise<unknown> => talking.app.page.evaluate((text) => window.assistant.sendText(text), `/call ${tool} ${JSON.stringify(args)}`)
const tab = (name: string) => page.getByTestId(`tab-${name}`).click()
const byId = (id: string) => page.getByTestId(id)
const row = (tool: string) => page.locator(`[data-testid="action"][data-tool="${tool}"]`)
const outcomes = () => byId('action').evaluateAll((rows) => rows.map((each) => `${each.dataset['tool'] ?? ''} ${each.dataset['outcome'] ?? ''}`))
/** Where Tab goes; a stop that cannot be seen is marked. */
const stops = async () => (await tabWalk(page)).map(({ name, seen }) => (seen ? name : `${name} (unseen)`))
const facts = () => wordsOf(page, 'fact')

async function exported(button: string, file: string): Promise<unknown> {
  const path = join(rig.folder, file)
  await choosePath(talking.app, path)
  await byId(button).click()
  await eventually(async () => (await wordsOf(page, 'job-outcome'))[0] ?? '').toContain(path)
  return JSON.parse(await readFile(path, 'utf8'))
}

test('each action is listed as it happens: what broke off, what was denied, what a private conversation leaves; undo takes it back', async () => {
  const { app } = talking
  await tab('actions')
  await eventually(outcomes).toEqual(['add_note broke-off'])
  const walked = await stops()
  await call('set_timer', { seconds: 3_000, text: 'Tea' })
  await eventually(outcomes).toEqual(['set_timer done', 'add_note broke-off'])
  await call('open_url', { url: 'https://example.org/no' })
  await app.page.getByTestId('card-deny').click()
  await eventually(outcomes).toEqual(['open_url not-run', 'set_timer done', 'add_note broke-off'])
  await newTalk(app, true)
  await app.trace.untilReady()
  await call('calculate', { expression: '1234 * 4321' })
  await eventually(outcomes).toEqual(['calculate done', 'open_url not-run', 'set_timer done', 'add_note broke-off'])
  await row('set_timer').getByTestId('action-undo').click()
  await eventually(outcomes).toEqual(['calculate done', 'open_url not-run', 'set_timer undone', 'add_note broke-off'])
  await row('calculate').getByTestId('action-head').click()
  await row('open_url').getByTestId('action-head').click()
  const said = (tool: string) => row(tool).innerText().then((text) => text.replace(/\s+/g, ' '))
  expect({
    walked,
    private: [await said('calculate'), (await row('calculate').innerHTML()).includes('1234')],
    denied: await said('open_url'),
    broken: await said('add_note'),
    undone: [await row('set_timer').getByTestId('action-undo').count(), (await app.view()).reminders.waiting],
  }).toEqual({
    walked: ['history-search', 'history-more', 'tab-actions', 'export-actions', 'action-head'],
    private: [expect.stringMatching(/^Calculate .*Done.*Private conversation/), false],
    denied: expect.stringMatching(/^Open a web page .*Not done · You did not allow it.*https:\/\/example\.org\/no/),
    broken: expect.stringContaining('Cut off: it may or may not have been done'),
    undone: [0, 0],
  })
})

test('the export is what the page shows, and no word of the private one', async () => {
  const file = await exported('export-actions', 'actions.json')
  expect(file).toMatchObject([
    { tool: 'add_note', outcome: 'broke-off', arguments: '{"text":"Milk"}' },
    { tool: 'set_timer', outcome: 'undone' },
    { tool: 'open_url', outcome: 'not-run', approval: 'denied', arguments: '{"url":"https://example.org/no"}' },
    { tool: 'calculate', outcome: 'done', arguments: null, conversation: null, result: null },
  ])
})

test('what is remembered and undone in the conversation is seen at once, and what is written meanwhile stays', async () => {
  const { app } = talking
  await newTalk(app)
  await app.trace.untilReady()
  await tab('memory')
  await byId('no-facts').waitFor()
  await call('remember', { text: 'I live in Berlin.' })
  await eventually(facts).toEqual([expect.stringMatching(/^I live in Berlin\. Fact · saved at your request/)])
  await byId('edit-fact').click()
  await byId('fact-text').fill('I live in Bonn.')
  await call('remember', { text: 'Call me Anna.' })
  await eventually(() => byId('fact').count()).toBe(2)
  const typed = await byId('fact-text').inputValue()
  await app.page.getByTestId('undo-action').click()
  await eventually(() => byId('fact').count()).toBe(1)
  await call('forget', { text: 'Berlin' })
  await eventually(() => wordsOf(page, 'fact-gone')).toEqual(['This was deleted meanwhile. Save to add it again.'])
  await byId('keep-fact').click()
  await eventually(facts).toEqual([expect.stringMatching(/^I live in Bonn\. Fact · written by you/)])
  expect(typed).toBe('I live in Bonn.')
})

test('it is deleted and put back, exported, deleted whole after main has asked, and switched off', async () => {
  const { app } = talking
  await byId('remove-fact').click()
  await byId('no-facts').waitFor()
  await byId('put-back-fact').click()
  await eventually(() => byId('fact').count()).toBe(1)
  const walked = await stops()
  const file = await exported('export-facts', 'facts.json')
  const no = await answerDialogs(app, false)
  await byId('remove-facts').click()
  await eventually(no.questions).toEqual(['Forget everything?'])
  const kept = await byId('fact').count()
  await answerDialogs(app, true)
  await byId('remove-facts').click()
  await byId('no-facts').waitFor()
  await byId('switch-memory').click()
  await eventually(async () => (await app.view()).settings.remembering).toBe(false)
  await call('remember', { text: 'I live in Ulm.' })
  await eventually(async () => (await toolsView(app)).running).toEqual([])
  expect({ walked, file, kept, left: [await byId('fact').count(), await wordsOf(page, 'no-facts')] }).toMatchObject({
    walked: ['history-search', 'history-more', 'tab-memory', 'switch-memory', 'edit-fact', 'remove-fact', 'export-facts', 'remove-facts', 'Dismiss'], // of what the export of actions said
    file: [{ text: 'I live in Bonn.', by: 'person' }], kept: 1, left: [0, ['Nothing remembered Memory is off.']],
  })
})
