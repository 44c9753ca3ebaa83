import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { ApprovalCard, ToolsView } from '../../src/shared/tools/view'
import { answerDialogs } from '../e2e/support/app/system-dialog'
import { settingsPage } from '../e2e/support/app/settings-page'
import { newTalk } from '../e2e/support/talk/typed-talk'
import { tab } from './history-scenes'
import { change, type Scene, type Stage } from './stage'

const APPROVE = 'ctrl+alt+Return'
const URL = '/call open_url {"url":"https://example.org/opening-hours?day=thursday"}'
const LONG = `Dear Dr. Lind,\n\n${'I would like to come on Thursday, if that is still possible, and I bring the papers that you asked for. '.repeat(8)}\n\nYours, A.`

const page = ({ app }: Stage): Page => app.page
const typed = (stage: Stage, text: string) => page(stage).evaluate((words) => window.assistant.sendText(words), text)
const card = (stage: Stage) => page(stage).locator('[data-testid="card"][data-armed="true"]').waitFor()

/** A card as the real app makes it, ready to be answered. */
async function asked(stage: Stage, text: string): Promise<Page> {
  await typed(stage, text)
  await card(stage)
  return page(stage)
}

async function fresh(stage: Stage): Promise<void> {
  await page(stage).evaluate(() => { window.assistant.stopTools(); window.assistant.cancel() })
  await page(stage).getByTestId('card').waitFor({ state: 'detached' })
  await newTalk(stage.app)
  await stage.app.trace.untilReady()
}

/** What no tool of Parley's own has: every view the panel gets from now on says so. */
async function shown(stage: Stage, tools: Partial<ToolsView>): Promise<Page> {
  // No function in here may have a name, see answerDialogs.
  await stage.app.electron.evaluate(({ BrowserWindow }, patch) => {
    const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))?.webContents
    if (panel === undefined) throw new Error('There is no panel.')
    panel.send = (channel: string, ...rest: readonly { readonly tools?: object }[]) => {
      const [view] = rest
      Object.getPrototypeOf(panel).send.call(panel, channel, ...(channel === 'view' ? [{ ...view, phase: 'acting', tools: { ...view?.tools, ...patch } }] : rest))
    }
  }, tools)
  await change(stage, { earcons: true })
  await delay(300)
  return page(stage)
}

async function honest(stage: Stage): Promise<void> {
  await stage.app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) Reflect.deleteProperty(webContents, 'send')
  })
  await change(stage, { earcons: false })
  await fresh(stage)
}

const IRREVERSIBLE: ApprovalCard = {
  id: 'shown', source: 'Files', title: 'Delete a folder', level: 4, after: 'the clipboard', undoable: false, holdMs: 1_200, armed: false, heldMs: null, confirming: false,
  keyLabel: 'Ctrl+Alt+Enter', always: null, leftMs: 42_000,
  arguments: [{ name: 'path', text: '/home/you/Pictures/2019⟨U+202E⟩gpj.exe' }, { name: 'trash', text: 'false' }],
}

async function allowed(stage: Stage, text: string): Promise<void> {
  await asked(stage, text)
  await stage.rig.keyDown(APPROVE)
  await delay(900)
  await stage.rig.keyUp(APPROVE)
  await page(stage).getByTestId('card').waitFor({ state: 'detached' })
}

const clipboard = ({ app }: Stage, text: string) => app.electron.evaluate(({ clipboard: board }, words) => board.writeText(words), text)

async function indicator(stage: Stage, text: string): Promise<Page> {
  const [small] = await Promise.all([stage.app.electron.waitForEvent('window'), change(stage, { indicator: 'always' })])
  await asked(stage, text)
  await small.getByTestId('indicator-card').waitFor()
  return small
}

const indicatorGone = async (stage: Stage) => {
  await fresh(stage)
  await change(stage, { indicator: 'off' })
}

export const TOOL_SCENES: readonly Scene[] = [
  { name: 'tool-no-actions', prepare: (stage) => tab(stage, 'Actions') },
  { name: 'tool-card-leaves', prepare: (stage) => asked(stage, `Let me open the page.\n${URL}`), undo: fresh },
  { name: 'tool-card-reads', prepare: (stage) => asked(stage, '/call clipboard_read {}'), undo: fresh },
  { name: 'tool-card-long', prepare: (stage) => asked(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`), undo: fresh },
  {
    name: 'tool-card-all',
    prepare: async (stage) => {
      await asked(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`)
      await page(stage).getByTestId('card-show-all').click()
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-card-marks', prepare: (stage) => asked(stage, `/call clipboard_write ${JSON.stringify({ text: 'Pay to\u202e 7654 KNAB\u202c now\u200b' })}`), undo: fresh },
  {
    name: 'tool-card-held',
    prepare: async (stage) => {
      await asked(stage, URL)
      await stage.rig.keyDown(APPROVE)
      await delay(350)
      return page(stage)
    },
    undo: async (stage) => {
      await page(stage).evaluate(() => { window.assistant.stopTools() })
      await stage.rig.keyUp(APPROVE)
      await fresh(stage)
    },
  },
  { name: 'tool-card-irreversible', prepare: (stage) => shown(stage, { card: IRREVERSIBLE, behind: 2 }), undo: honest },
  {
    name: 'tool-runs',
    prepare: async (stage) => {
      await typed(stage, 'Count the files in my folder.\n/call now {}')
      await page(stage).getByTestId('tool-line').waitFor()
      await delay(2_500)
      const item = await page(stage).locator('[data-kind="tool"]').last().getAttribute('data-item')
      return shown(stage, { running: [{ item: (item ?? '') as never, title: 'Count files', state: 'runs', progress: '310 of 1,200' }] })
    },
    undo: honest,
  },
  {
    name: 'tool-undo',
    prepare: async (stage) => {
      await clipboard(stage, 'What was there before')
      await allowed(stage, '/call clipboard_write {"text":"Thursday, 15:00, Dr. Lind"}')
      await page(stage).getByTestId('undo-offer').waitFor()
      return page(stage)
    },
    undo: fresh,
  },
  {
    name: 'tool-line-open',
    prepare: async (stage) => {
      await typed(stage, '/call calculate {"expression":"17 * 23"}')
      await page(stage).getByTestId('tool-line-head').last().click()
      await delay(400)
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-choice', prepare: async (stage) => (await page(stage).getByTestId('tool-choice').click(), page(stage)), undo: async (stage) => (await page(stage).keyboard.press('Escape'), await fresh(stage)) },
  { name: 'tool-indicator-card', prepare: (stage) => indicator(stage, URL), undo: indicatorGone },
  { name: 'tool-indicator-long', prepare: (stage) => indicator(stage, `/call clipboard_write ${JSON.stringify({ text: LONG })}`), undo: indicatorGone },
  {
    name: 'tool-actions',
    prepare: async (stage) => {
      const history = await tab(stage, 'Actions')
      await history.getByTestId('action').first().waitFor()
      await history.getByTestId('action-head').first().click()
      return history
    },
  },
  { name: 'tool-no-memory', prepare: (stage) => tab(stage, 'Memory') },
  {
    name: 'tool-memory',
    prepare: async (stage) => {
      for (const text of ['I am allergic to nuts.', 'My sister Anna lives in Tromsø.', 'Answer in short sentences.']) {
        await typed(stage, `/call remember ${JSON.stringify({ text, kind: text.startsWith('Answer') ? 'wish' : 'fact' })}`)
        await page(stage).getByTestId('undo-offer').filter({ hasText: text }).waitFor()
      }
      const history = await tab(stage, 'Memory')
      await history.getByTestId('fact').nth(2).waitFor()
      await history.getByTestId('remove-fact').nth(2).click()
      await history.getByTestId('edit-fact').first().click()
      return history
    },
    undo: fresh,
  },
  { name: 'tool-remembered', prepare: async (stage) => (await typed(stage, '/call remember {"text":"The key is at number 12."}'), await page(stage).getByTestId('undo-offer').waitFor(), page(stage)), undo: fresh },
  {
    name: 'tool-settings',
    prepare: async (stage) => {
      await answerDialogs(stage.app, true)
      await asked(stage, URL)
      await page(stage).getByTestId('card-always').click()
      await page(stage).getByTestId('card').waitFor({ state: 'detached' })
      return settingsPage(stage.app, 'tools')
    },
  },
  {
    name: 'tool-settings-end',
    prepare: async (stage) => {
      const settings = await settingsPage(stage.app, 'tools')
      await settings.getByTestId('section-tools').evaluate((element) => { element.scrollTop = element.scrollHeight })
      return settings
    },
    undo: fresh,
  },
]
