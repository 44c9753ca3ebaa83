import { setTimeout as delay } from 'node:timers/promises'
import type { App } from './app'

/** The processes of Chromium that a machine may take away from the app. */
export type Part = 'panel' | 'history' | 'gpu' | 'audio'

/** The process id; null when there is none. */
export function pidOf({ electron }: Pick<App, 'electron'>, part: Part): Promise<number | null> {
  return electron.evaluate(({ app, BrowserWindow }, which) => {
    const page = { panel: '/index.html', history: '/history.html', gpu: null, audio: null }[which]
    if (page !== null) return BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith(page))?.webContents.getOSProcessId() ?? null
    const found = app.getAppMetrics().find(({ type, serviceName = '' }) => (which === 'gpu' ? type === 'GPU' : serviceName.startsWith('audio.')))
    return found?.pid ?? null
  }, part)
}

/** SIGKILL. Fails when there is nobody to kill: then nothing would be tested. */
export async function killPart(app: Pick<App, 'electron'>, part: Part): Promise<void> {
  const pid = await pidOf(app, part)
  if (pid === null) throw new Error(`The app has no process for: ${part}`)
  process.kill(pid, 'SIGKILL')
}

export interface PanelState {
  readonly phase: string
  readonly tag: string | null
  /** The sentence itself. */
  readonly words: string | null
  readonly items: number
}

/** A page that dies while it is asked never answers. */
const ANSWER_LIMIT_MS = 1_000

/** What the panel shows, asked through main: Playwright loses a page that crashes. Null while it is not back yet. */
export const panelState = (app: Pick<App, 'electron'>): Promise<PanelState | null> =>
  Promise.race([askPanel(app), delay(ANSWER_LIMIT_MS, null, { ref: false })])

function askPanel({ electron }: Pick<App, 'electron'>): Promise<PanelState | null> {
  return electron
    .evaluate(async ({ BrowserWindow }) => {
      const panel = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      const state: unknown = await panel?.webContents.executeJavaScript(
        "window.assistant.getView().then(({ value }) => ({ phase: value.view.phase, tag: value.view.notice?.tag ?? null, words: document.querySelector('[data-testid=notice] p')?.textContent ?? null, items: document.querySelectorAll('[data-testid=item]').length }))",
      )
      return state as PanelState | null
    })
    .catch(() => null)
}
