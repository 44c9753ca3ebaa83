import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { ApprovalCard, ToolsView } from '../../src/shared/tools/view'
import { newTalk } from '../e2e/support/talk/typed-talk'
import { change, type Stage } from './stage'

export const APPROVE = 'ctrl+alt+Return'
export const URL = '/call open_url {"url":"https://example.org/opening-hours?day=thursday"}'
export const LONG = `Dear Dr. Lind,\n\n${'I would like to come on Thursday, if that is still possible, and I bring the papers that you asked for. '.repeat(8)}\n\nYours, A.`

export const page = ({ app }: Stage): Page => app.page
export const typed = (stage: Stage, text: string) => page(stage).evaluate((words) => window.assistant.sendText(words), text)
export const card = (stage: Stage) => page(stage).locator('[data-testid="card"][data-armed="true"]').waitFor()

/** A card as the real app makes it, ready to be answered. */
export async function asked(stage: Stage, text: string): Promise<Page> {
  await typed(stage, text)
  await card(stage)
  return page(stage)
}

export async function fresh(stage: Stage): Promise<void> {
  await page(stage).evaluate(() => { window.assistant.stopTools(); window.assistant.cancel() })
  await page(stage).getByTestId('card').waitFor({ state: 'detached' })
  await newTalk(stage.app)
  await stage.app.trace.untilReady()
}

/** What no tool of Parley's own has: every view the panel gets from now on says so. */
export async function shown(stage: Stage, tools: Partial<ToolsView>): Promise<Page> {
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

export async function honest(stage: Stage): Promise<void> {
  await stage.app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) Reflect.deleteProperty(webContents, 'send')
  })
  await change(stage, { earcons: false })
  await fresh(stage)
}

export const IRREVERSIBLE: ApprovalCard = {
  id: 'shown', source: 'Files', title: 'Delete a folder', level: 4, after: 'the clipboard', undoable: false, holdMs: 1_200, armed: false, locked: false, heldMs: null, confirming: false,
  keyLabel: 'Ctrl+Alt+Enter', always: null, leftMs: 42_000,
  arguments: [{ name: 'path', text: '/home/you/Pictures/2019⟨U+202E⟩gpj.exe' }, { name: 'trash', text: 'false' }],
}

export const full = (stage: Stage) => page(stage).locator('[data-testid="card-hold"][data-holding="full"]').waitFor()

export const OPEN_PAGE: ApprovalCard = {
  ...IRREVERSIBLE, source: 'Parley', title: 'Open a web page', level: 3, after: null, holdMs: 600, armed: true, always: 'open pages of example.org',
  arguments: [{ name: 'url', text: 'https://example.org/opening-hours?day=thursday' }],
}

export async function allowed(stage: Stage, text: string): Promise<void> {
  await asked(stage, text)
  await stage.rig.keyDown(APPROVE)
  await full(stage)
  await stage.rig.keyUp(APPROVE)
  await page(stage).getByTestId('card').waitFor({ state: 'detached' })
}

export const clipboard = ({ app }: Stage, text: string) => app.electron.evaluate(({ clipboard: board }, words) => board.writeText(words), text)

export async function indicator(stage: Stage, text: string): Promise<Page> {
  const [small] = await Promise.all([stage.app.electron.waitForEvent('window'), change(stage, { indicator: 'always' })])
  await asked(stage, text)
  await small.getByTestId('indicator-card').waitFor()
  return small
}

export const indicatorGone = async (stage: Stage) => {
  await fresh(stage)
  await change(stage, { indicator: 'off' })
}
