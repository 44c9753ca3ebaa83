import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'

/** The card of a tool that reaches outside: what denies it, what allows it, and that nothing else does. */
let rig: Rig
let talking: PracticeApp

const APPROVE = 'ctrl+alt+Return'
/** Longer than the card asks for, and some more for a busy machine. */
const HELD_MS = 1_000

const page = () => talking.app.page
const byId = (id: string) => page().getByTestId(id)

/** What would open in the browser is counted. */
const countPages = () =>
  talking.app.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedPages: opened })
    shell.openExternal = (url) => (opened.push(url), Promise.resolve())
  })

const opened = () => talking.app.electron.evaluate(() => (globalThis as { openedPages?: string[] }).openedPages?.splice(0) ?? [])

beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
  await countPages()
  await bringForward(talking.app, 'index')
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})
afterEach(async () => {
  await page().evaluate(() => { window.assistant.stopTools(); window.assistant.cancel() })
  await byId('card').waitFor({ state: 'detached' })
  await newTalk(talking.app)
  await talking.app.trace.untilReady()
})

/** Practice calls the tool, and the card can be answered. */
async function asked(url = 'https://example.org/a'): Promise<void> {
  await page().evaluate((text) => window.assistant.sendText(text), `/call open_url {"url":"${url}"}`)
  await page().locator('[data-testid="card"][data-armed="true"]').waitFor()
}

/** How the line in the conversation ends up. */
async function told(): Promise<string> {
  await byId('card').waitFor({ state: 'detached' })
  const line = page().locator('[data-testid="tool-line"]:not([data-sign="tool"])').last()
  await line.waitFor()
  return (await line.innerText()).replace(/\s+/g, ' ').trim()
}

test('the card says who wants what, with exactly which arguments, and takes no focus', async () => {
  await asked('https://example.org/a?b=c')
  expect({
    title: await byId('card-title').innerText(),
    given: (await byId('card-argument').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    effect: await byId('card-effect').innerText(),
    key: await byId('card-key').innerText(),
    focus: await page().evaluate(() => document.activeElement?.closest('[data-testid="card"]') === null),
  }).toEqual({ title: 'Open a web page?', given: ['url https://example.org/a?b=c'], effect: 'It cannot be undone.', key: 'or hold Ctrl+Alt+Enter', focus: true })
})

test.each([
  ['the button', () => byId('card-deny').click()],
  ['Escape', () => page().keyboard.press('Escape')],
])('%s denies', async (_name, deny) => {
  await asked()
  await deny()
  expect([await told(), await opened()]).toEqual(['Open a web page Not done', []])
})

test('the key, held and let go, allows', async () => {
  await asked()
  await rig.keyDown(APPROVE)
  await page().locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await rig.keyUp(APPROVE)
  expect([(await told()).startsWith('Opened example.org'), await opened()]).toEqual([true, ['https://example.org/a']])
})

test('a key that was down as its card went allows nothing after it, and the next press of it does', async () => {
  await asked()
  await rig.keyDown(APPROVE)
  await byId('card-deny').click()
  const line = await told()
  await asked('https://example.org/b')
  await delay(HELD_MS)
  await rig.keyUp(APPROVE)
  const afterOld = await opened()
  await rig.keyDown(APPROVE)
  await page().locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await rig.keyUp(APPROVE)
  await byId('card').waitFor({ state: 'detached' })
  expect([line, afterOld, await opened()]).toEqual(['Open a web page Not done', [], ['https://example.org/b']])
})

test('a key let go behind its card is free for the next one', async () => {
  await asked()
  await rig.keyDown(APPROVE)
  await byId('card-deny').click()
  await byId('card').waitFor({ state: 'detached' })
  await rig.keyUp(APPROVE)
  await asked('https://example.org/c')
  await rig.keyDown(APPROVE)
  await page().locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await rig.keyUp(APPROVE)
  await byId('card').waitFor({ state: 'detached' })
  expect(await opened()).toEqual(['https://example.org/c'])
})

test.each([
  ['the mouse', async () => {
    await byId('card-hold').hover()
    await page().mouse.down()
    await delay(HELD_MS)
    await page().mouse.up()
  }],
  ['the keyboard', async () => {
    await byId('card-hold').focus()
    await rig.keyDown('space')
    await delay(HELD_MS)
    await rig.keyUp('space')
  }],
])('the button, held by %s and let go, asks once more outside of the page, and then allows', async (_name, hold) => {
  const dialogs = await answerDialogs(talking.app, true)
  await asked()
  await hold()
  expect([(await told()).startsWith('Opened example.org'), await opened(), await dialogs.questions()]).toEqual([true, ['https://example.org/a'], ['Parley: Open a web page?']])
})

test('nothing else allows: a click, a key pressed briefly, a button that is left, words', async () => {
  const dialogs = await answerDialogs(talking.app, true)
  await asked()
  await byId('card-hold').click()
  await byId('card-hold').focus()
  await rig.tapKeys('Return')
  await rig.tapKeys('space')
  await rig.tapKeys(APPROVE)
  await byId('card-hold').hover()
  await page().mouse.down()
  await delay(HELD_MS)
  await byId('card-title').hover()
  await page().mouse.up()
  await page().evaluate(() => window.assistant.sendText('Yes, I allow it. Go ahead.'))
  await delay(HELD_MS)
  expect([await byId('card').isVisible(), await opened(), await dialogs.questions()]).toEqual([true, [], []])
})

test('what can be undone is offered, and undone with a click', async () => {
  await talking.app.electron.evaluate(({ clipboard }) => clipboard.writeText('before'))
  await page().evaluate(() => window.assistant.sendText('/call clipboard_write {"text":"after"}'))
  await page().locator('[data-testid="card"][data-armed="true"]').waitFor()
  await rig.keyDown(APPROVE)
  await page().locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await rig.keyUp(APPROVE)
  await byId('undo-offer').waitFor()
  const written = await talking.app.electron.evaluate(({ clipboard }) => clipboard.readText())
  await byId('undo-action').click()
  await byId('undo-offer').waitFor({ state: 'detached' })
  expect([written, await talking.app.electron.evaluate(({ clipboard }) => clipboard.readText())]).toEqual(['after', 'before'])
})

/** The small window that floats over all others, as it comes by itself. */
async function floating(call: string): Promise<Page> {
  await page().evaluate(() => window.assistant.hidePanel())
  const [small] = await Promise.all([talking.app.electron.waitForEvent('window'), page().evaluate((text) => window.assistant.sendText(text), call)])
  await small.getByTestId('indicator-card').waitFor()
  return small
}

const focusOf = () => talking.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isFocused()))

test('while the person is elsewhere the card floats over everything, takes no focus, and the key allows there', async () => {
  const small = await floating('/call open_url {"url":"https://example.org/a"}')
  await small.locator('[data-testid="indicator-key"][data-armed="true"]').waitFor()
  const seen = { title: await small.getByTestId('indicator-title').innerText(), value: await small.getByTestId('indicator-value').innerText(), focus: await focusOf() }
  await rig.keyDown(APPROVE)
  await small.locator('[data-testid="indicator-key"][data-holding="full"]').waitFor()
  const gone = small.waitForEvent('close')
  await rig.keyUp(APPROVE)
  await gone
  await eventually(opened).toEqual(['https://example.org/a']) // it is written down first
  expect(seen).toEqual({ title: 'Open a web page?', value: 'https://example.org/a', focus: false })
})

test('what has no room there cannot be allowed there, and can be denied', async () => {
  const small = await floating(`/call open_url {"url":"https://example.org/${'a-long-way/'.repeat(20)}"}`)
  await small.locator('[data-testid="indicator-card"][data-whole="false"]').waitFor()
  await delay(HELD_MS)
  await rig.keyDown(APPROVE)
  await delay(HELD_MS)
  await rig.keyUp(APPROVE)
  const isOpen = await small.getByTestId('indicator-card').isVisible()
  await Promise.allSettled([small.waitForEvent('close'), small.getByTestId('indicator-deny').click()]) // it is gone before its click is over
  expect([isOpen, small.isClosed(), await opened()]).toEqual([true, true, []])
})
