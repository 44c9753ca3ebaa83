import type { ApprovalCard, ToolsView } from '../../../../src/shared/tools/view'
import { runTool } from '../../../../scripts/rig/part'
import type { App } from '../app/app'
import { eventually } from '../app/eventually'
import type { Rig } from '../sound/rig'

/** Left Ctrl, left Alt and Return, by their places on the keyboard. */
const [CTRL, ALT, RETURN] = ['37', '64', '36']

/** As they go down; the last one down is the first one up. Alt alone is let go in the middle of the first. */
export type ChordOrder = 'Alt second' | 'Alt first'
const CHORDS: Readonly<Record<ChordOrder, readonly string[]>> = { 'Alt second': [CTRL, ALT, RETURN], 'Alt first': [ALT, CTRL, RETURN] }

export async function toolsView({ page }: Pick<App, 'page'>): Promise<ToolsView> {
  const answer = await page.evaluate(() => window.assistant.getView())
  if (!answer.ok) throw new Error('no view')
  return answer.value.view.tools
}

/** What the conversation says of its calls. */
export async function callLines({ page }: Pick<App, 'page'>): Promise<readonly string[]> {
  const answer = await page.evaluate(() => window.assistant.getView())
  if (!answer.ok) throw new Error('no view')
  return answer.value.items.flatMap(({ tool }) => (tool === undefined ? [] : [`${tool.name} ${tool.account?.approval ?? ''} ${tool.account?.outcome ?? ''}: ${tool.account?.result ?? ''}`]))
}

/** The card in front, once a press of it counts. */
export async function armedCard(app: Pick<App, 'page'>): Promise<ApprovalCard> {
  await eventually(async () => (await toolsView(app)).card?.armed).toBe(true)
  const { card } = await toolsView(app)
  if (card === null) throw new Error('the card has gone')
  return card
}

export const cardGone = (app: Pick<App, 'page'>): Promise<unknown> => eventually(async () => (await toolsView(app)).card).toBe(null)

/** The approve key, held so long by one program that does it all. */
export async function holdApproveKey(rig: Rig, ms: number, order: ChordOrder = 'Alt second'): Promise<void> {
  const down = CHORDS[order].flatMap((code) => ['keydown', code])
  const up = CHORDS[order].toReversed().flatMap((code) => ['keyup', code])
  await runTool('xdotool', [...down, 'sleep', String(ms / 1_000), ...up], rig.env)
}

/** The mouse, pressed somewhere in the panel, while its page says that this is the card's button. */
export async function pressInPanel(rig: Rig, { electron, page }: Pick<App, 'electron' | 'page'>, ms: number, card: string): Promise<void> {
  const place = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))?.getContentBounds())
  await runTool('xdotool', ['mousemove', String((place?.x ?? 0) + 30), String((place?.y ?? 0) + 90), 'mousedown', '1'], rig.env)
  await page.evaluate((id) => window.assistant.holdCard(id), card)
  await new Promise((resolve) => setTimeout(resolve, ms))
  await runTool('xdotool', ['mouseup', '1'], rig.env)
  await page.evaluate((id) => window.assistant.releaseCard(id, 'up'), card)
}

/** Other programs are not started; says what would have been opened. */
export async function catchOpened({ electron }: Pick<App, 'electron'>): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedByMain: opened })
    shell.openExternal = (url: string) => {
      opened.push(url)
      return Promise.resolve()
    }
    shell.openPath = (path: string) => {
      opened.push(path)
      return Promise.resolve('')
    }
  })
  return () => electron.evaluate(() => [...((globalThis as { openedByMain?: readonly string[] }).openedByMain ?? [])])
}

