import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { findElectronRuntime, sandboxSwitches } from '../../../../scripts/lib/electron-runtime.mjs'
import type { AssistantApi } from '../../../../src/shared/ipc/apis/assistant-api'
import type { SettingsPatch } from '../../../../src/shared/settings'
import type { AssistantView } from '../../../../src/shared/view'
import type { Rig } from '../sound/rig'
import { Trace } from './trace'
import { inSettings } from './settings-page'
import { answerDialogs } from './system-dialog'

declare global {
  interface Window {
    readonly assistant: AssistantApi
  }
}

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

export interface AppOptions {
  /**
   * Written as settings.json before the start, on top of the first steps being done and no pill: its window would come by itself, and be
   * taken for one that a test waits for. It has tests of its own.
   */
  readonly settings?: SettingsPatch
  /** The same, but as it stands: for files that cannot be read. */
  readonly settingsText?: string
  readonly args?: readonly string[]
  /** Laid over the rig's. */
  readonly env?: Readonly<Record<string, string>>
  /** Nobody has used it before: it begins with the first steps. */
  readonly newcomer?: boolean
  /** The folder of an earlier start, to go on with its settings. Default: a fresh one. */
  readonly userData?: string
  /** The app's own folder: a copy in which something is different. */
  readonly root?: string
  /** Wait until the connection is ready. Default true. */
  readonly ready?: boolean
}

/** The real app, from the built sources, inside a rig, with a window to look into. */
export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly trace: Trace
  /** The app's own folder of settings and logs. */
  readonly userData: string
  view(): Promise<AssistantView>
  close(): Promise<void>
}

let started = 0

export async function startApp(rig: Rig, options: AppOptions = {}): Promise<App> {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  started += 1
  const userData = options.userData ?? join(rig.folder, `app-${String(started)}`)
  const trace = new Trace(join(rig.folder, `trace-${String(started)}`))
  writeSettings(userData, options)
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...sandboxSwitches(), `--user-data-dir=${userData}`, `--trace-dir=${trace.folder}`, '--trace-audio', ...(options.args ?? []), options.root ?? ROOT],
    env: { ...rig.env, ...options.env },
    colorScheme: null, // the app's own theme, not Playwright's
  })
  const page = await electron.firstWindow()
  await page.waitForFunction(() => 'assistant' in window)
  await trace.until('its start', (mark) => mark.name === 'started')
  if (options.ready ?? true) await trace.untilReady()
  return { electron, page, trace, userData, view: () => viewOf(page), close: () => electron.close() }
}

function writeSettings(userData: string, { settings, settingsText, newcomer = false }: AppOptions): void {
  const file = join(userData, 'settings.json')
  const isGoingOn = settings === undefined && settingsText === undefined && existsSync(file)
  if (newcomer || isGoingOn) return
  const text = settingsText ?? JSON.stringify({ onboarding: 'done', indicator: 'off', ...settings } satisfies SettingsPatch)
  mkdirSync(userData, { recursive: true })
  writeFileSync(file, text)
}

async function viewOf(page: Page): Promise<AssistantView> {
  const answer = await page.evaluate(() => window.assistant.getView())
  if (!answer.ok) throw new Error(`The app gave no view: ${answer.error.tag}`)
  return answer.value.view
}

/** Points the running app at another endpoint, with its token as the key. */
export async function useEndpoint(app: App, endpoint: { readonly url: string; readonly token?: string }): Promise<void> {
  const since = app.trace.now()
  await answerDialogs(app, true)
  const entry = { endpoint: { kind: 'custom' as const, url: endpoint.url }, secret: endpoint.token ?? null }
  const answer = await inSettings(app, (page) => page.evaluate((chosen) => window.preferences.useServer(chosen), entry))
  if (!answer.ok) throw new Error(`The server was not taken: ${answer.error.tag}`)
  await app.trace.untilReady({ since })
}
