import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'
import { type Stop, tabWalk } from '../support/tab-walk'
import { ask, wordsOf } from '../support/talk/typed-talk'
import { enlarge, narrow } from '../support/app/window-size'
import { changeSettings } from '../support/app/change-settings'

/** Everything can be reached and done with keys alone, and where they are can be seen. Nothing here needs a mouse. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig)
  await ask(app, 'Good morning')
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const stop = (name: string): Stop => ({ name, seen: true })
const focusedId = (page: Page) => page.evaluate(() => document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['testid'] ?? '') : '')
/** Base UI marks an entry first and moves the focus a frame later; an arrow in between would begin from the button. */
const untilFocused = (page: Page, selector: string, words = '') =>
  page.waitForFunction(([fits, text]) => document.activeElement?.matches(fits) === true && document.activeElement.textContent.includes(text), [selector, words] as const)
const clipboard = () => app.electron.evaluate(({ clipboard: board }) => board.readText())

test('Tab goes through the whole panel, and is seen at every stop', async () => {
  await app.page.locator('[data-testid="item"][data-status="done"]').nth(1).waitFor() // what can be done with it comes once it is written
  const names = ['assistant', 'new-conversation', 'open-history', 'more', 'close-panel', 'message', 'item-copy', 'item-again', 'item-remove', 'attach-image', 'text-input', 'talk-button', 'microphone', 'switch-hands-free']
  expect(await tabWalk(app.page)).toEqual(names.map(stop))
})

test('the arrows go from message to message; letters act on it, and what was deleted comes back', async () => {
  const { page } = app
  await page.getByTestId('item').last().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('c')
  await eventually(clipboard).toBe('Good morning')
  await page.keyboard.press('Delete')
  await eventually(() => page.getByTestId('item').count()).toBe(1)
  await page.getByTestId('toast-action').waitFor()
  await page.keyboard.press('F6')
  await page.keyboard.press('Tab')
  for (let tries = 0; tries < 4 && (await focusedId(page)) !== 'toast-action'; tries += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await eventually(() => wordsOf(page, 'item')).toEqual([expect.stringContaining('Good morning'), expect.stringContaining('Parley:')])
})

test('the newest question is answered again, in place of its answer', async () => {
  const { page } = app
  const since = app.trace.now()
  await page.locator('[data-testid="item"][data-status="done"]').nth(1).waitFor() // what was put back is the server's again
  await page.getByTestId('item').first().focus()
  await page.keyboard.press('r')
  await app.trace.untilPhase('speaking', { since })
  await app.trace.untilPhase('idle', { since })
  expect((await wordsOf(page, 'item')).map((words) => words.slice(0, 4))).toEqual(['You:', 'Parl'])
})

test('the list of keys opens and closes, and gives the focus back', async () => {
  const { page } = app
  await page.getByTestId('more').focus()
  await page.keyboard.press('?')
  await page.getByTestId('shortcuts').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('shortcuts').waitFor({ state: 'hidden' })
  await eventually(() => focusedId(page)).toBe('more')
  await page.keyboard.press('/')
  expect(await focusedId(page)).toBe('text-input')
})

test('a private conversation is begun from the menu behind the dots', async () => {
  const { page } = app
  await page.getByTestId('more').focus()
  await page.keyboard.press('Enter')
  await untilFocused(page, '[data-testid="new-private"]')
  await page.keyboard.press('Enter')
  await eventually(async () => (await app.view()).private).toBe(true)
})

const SECTIONS = {
  general: ['theme-system', 'select-zoom', 'indicator-off', 'switch-keep-on-top', 'first-steps-again'],
  assistant: ['offers-model', 'instructions', 'switch-captions-only', 'select-length', 'select-effort', 'advanced-assistant'],
  voice: ['offers-voice', 'speed'],
  audio: [
    'select-microphone', 'try-microphone', 'select-speaker', 'answer-volume', 'switch-echo-cancellation', 'switch-noise-suppression', 'switch-gain-control',
    'switch-earcons', 'switch-earcon-start', 'switch-earcon-stop', 'switch-earcon-answer', 'switch-earcon-mode', 'switch-earcon-error', 'earcon-volume', 'advanced-audio',
  ],
  shortcuts: ['talkKey', 'modeKey', 'panelKey', 'approveKey', 'switch-tap-to-latch', 'switch-double-tap', 'select-longest-turn'],
  'hands-free': ['select-vad-kind', 'vad-threshold', 'try-microphone', 'vad-silence', 'vad-padding', 'select-vad-idle'],
  tools: [
    'tool-choice-all', 'switch-tool-now', 'switch-tool-calculate', 'switch-tool-clipboard_read', 'switch-tool-clipboard_write',
    'switch-tool-look_at_screen', 'switch-tool-open_url', 'switch-tool-open_file', 'switch-tool-add_note', 'switch-tool-insert_text',
    'switch-tool-set_timer', 'switch-tool-list_timers', 'switch-tool-cancel_timer', 'switch-tool-remember', 'switch-tool-forget', 'choose-notes',
  ],
  servers: ['add-by-paste', 'add-by-form', 'hosted-open'],
  knowledge: ['add-folder', 'select-embedder'],
  connection: ['select-endpoint', 'test-connection', 'advanced-connection'],
  privacy: ['select-keeping', 'switch-keep-audio', 'switch-remembering', 'settings-history', 'remove-everything'],
} as const

test('the arrows go through the places of the settings, and Tab through the fields of each', async () => {
  const page = await settingsPage(app, 'general', async () => {
    await app.page.keyboard.press('Control+,')
  })
  const walked: Record<string, readonly Stop[]> = {}
  for (const section of Object.keys(SECTIONS)) {
    await page.getByTestId(`section-${section}`).waitFor()
    walked[section] = (await tabWalk(page)).filter(({ name }) => !name.startsWith('section-'))
    await page.getByTestId(`tab-${section}`).focus()
    await page.keyboard.press('ArrowDown')
  }
  expect(walked).toEqual(Object.fromEntries(Object.entries(SECTIONS).map(([section, names]) => [section, [`tab-${section}`, ...names].map(stop)])))
})

test('a key that is reset leaves the focus beside it', async () => {
  const page = await settingsPage(app, 'shortcuts')
  await changeSettings(app, { talkKey: 'F8' })
  await page.getByTestId('reset-talkKey').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('reset-talkKey').waitFor({ state: 'hidden' })
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'))
  expect({ focused, talkKey: (await app.view()).settings.talkKey }).toEqual({ focused: 'talkKey', talkKey: 'ControlRight' })
})

test('a choice is made with keys, and holds for all windows; larger letters get larger windows', async () => {
  const page = await settingsPage(app, 'general')
  const sizes = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getSize().join(' x ')).sort())
  const before = await sizes()
  await page.getByTestId('select-zoom').focus()
  await page.keyboard.press('Enter')
  await untilFocused(page, '[role="option"]', '100%') // where the arrows begin
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await eventually(async () => (await app.view()).settings.zoom).toBe(1.25)
  await eventually(sizes).toEqual(['1000 x 800', '525 x 800'])
  await rig.keyDown('Control_L')
  await rig.keyDown('0')
  await rig.keyUp('0')
  await rig.keyUp('Control_L')
  await eventually(async () => (await app.view()).settings.zoom).toBe(1)
  await eventually(sizes).toEqual(before)
})

/** Unfolded by a key; each of its fields is reached. */
test.each([
  ['assistant', ['select-transcription-model', 'transcription-language', 'transcription-prompt', 'select-truncation']],
  ['audio', ['select-keep-ready', 'select-channel', 'select-noise-reduction', 'switch-lower-others']],
  ['connection', ['select-sleep-after', 'select-deliver-within']],
] as const)('what is folded away at the end of %s is unfolded and walked through', async (section, names) => {
  const page = await settingsPage(app, section)
  await page.getByTestId(`advanced-${section}`).focus()
  await page.keyboard.press('Enter')
  await page.locator(`[data-testid="advanced-${section}"][aria-expanded="true"]`).waitFor()
  const walked = await tabWalk(page)
  expect(walked.slice(walked.findIndex(({ name }) => name === `advanced-${section}`) + 1)).toEqual(names.map(stop))
})

test('at 200 % in a small window a menu stands for the list of places, and is used with keys', async () => {
  const page = await settingsPage(app, 'general')
  await enlarge(app, page, 2)
  await narrow(app, page, 720)
  await page.waitForFunction(() => window.innerWidth <= 360)
  const menu = page.getByTestId('select-section')
  await menu.waitFor()
  await menu.focus()
  await page.keyboard.press('Enter')
  await untilFocused(page, '[role="option"]', 'General') // where the arrows begin
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByTestId('section-assistant').waitFor()
  await untilFocused(page, '[data-testid="select-section"]') // behind the list, which closes in its own time
  const share = await page.locator('.side-head').evaluate((head) => head.getBoundingClientRect().height / window.innerHeight)
  expect({ focus: await focusedId(page), shown: await menu.innerText(), narrow: share < 0.25 }).toEqual({ focus: 'select-section', shown: 'Assistant', narrow: true })
})
