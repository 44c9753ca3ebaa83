import type { WebContents } from 'electron'
import type { PageName } from '../../shared/ipc/channel'
import { HISTORY_URL, INDICATOR_URL, PANEL_URL, SETTINGS_URL } from './app-protocol'
import { createIndicatorWindow, type IndicatorWindow } from './indicator-window'
import { windowBackground } from './look'
import { createPageWindow, type PageWindow } from './page-window'
import { createPanelWindow, type PanelWindow } from './panel-window'
import type { Room } from './room'

export interface Windows {
  readonly panel: PanelWindow
  readonly history: PageWindow
  readonly settings: PageWindow
  readonly indicator: IndicatorWindow
  /** The page of that name as long as it is open. */
  page(name: PageName): WebContents | null
  /** Whose main frame this is, at its own address; null: nobody's. */
  nameOf(sender: WebContents, frame: WebContents['mainFrame'] | null): PageName | null
}

const URLS: Readonly<Record<PageName, string>> = { panel: PANEL_URL, history: HISTORY_URL, settings: SETTINGS_URL, indicator: INDICATOR_URL }
const NAMES: readonly PageName[] = ['panel', 'history', 'settings', 'indicator']

/** What it means for the rest that a window is gone. */
interface Closed {
  readonly history: () => void
  readonly settings: () => void
}

export function createWindows(preload: string, room: Room, closed: Closed): Windows {
  const panel = createPanelWindow(preload, windowBackground())
  const common = { preload, room, background: windowBackground }
  const history = createPageWindow({ ...common, url: HISTORY_URL, title: 'Parley History', size: [920, 640], least: [640, 420], closed: closed.history })
  const settings = createPageWindow({ ...common, url: SETTINGS_URL, title: 'Parley Settings', size: [720, 600], least: [360, 420], closed: closed.settings })
  const indicator = createIndicatorWindow(preload)
  const page = (name: PageName): WebContents | null => {
    if (name === 'panel') return panel.window.isDestroyed() ? null : panel.window.webContents
    return { history, settings, indicator }[name].page()
  }
  return {
    panel,
    history,
    settings,
    indicator,
    page,
    nameOf: (sender, frame) =>
      frame === null ? null : (NAMES.find((name) => page(name) === sender && frame === sender.mainFrame && frame.url === URLS[name]) ?? null),
  }
}
