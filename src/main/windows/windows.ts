import type { PageName } from '../../shared/ipc/channel'
import type { Timers } from '../platform/ports'
import { HISTORY_URL, SETTINGS_URL } from './safety/app-protocol'
import { IndicatorWindow } from './pill/indicator-window'
import { windowBackground } from './look'
import { createPageWindow, type PageWindow } from './page-window'
import type { Pages } from './pages'
import { createPanelWindow, type PanelWindow } from './panel/panel-window'
import type { PanelMemory } from './panel/panel-places'
import type { Room } from './screens/room'
import { say } from '../../shared/words/say'

export interface Windows {
  readonly panel: PanelWindow
  readonly history: PageWindow
  readonly settings: PageWindow
  readonly indicator: IndicatorWindow
}

export interface WindowParts {
  readonly room: Room
  readonly timers: Timers
  readonly memory: PanelMemory
}

/** `closed`: what it means for the rest that a window is gone. */
export function createWindows(preload: string, pages: Pages, { room, timers, memory }: WindowParts, closed: (page: PageName) => void): Windows {
  const panel = createPanelWindow({ preload, background: windowBackground(), memory, room, timers })
  pages.opened('panel', panel.window.webContents)
  const common = { preload, room, pages, closed, background: windowBackground }
  const indicator = new IndicatorWindow({ preload, pages, timers, isPanelInFront: () => !panel.window.isDestroyed() && panel.window.isFocused() })
  for (const event of ['focus', 'blur', 'hide'] as const) panel.window.on(event as 'focus', () => indicator.panelMoved())
  return {
    panel,
    history: createPageWindow({ ...common, name: 'history', url: HISTORY_URL, title: say('windows.history'), size: [960, 640], least: [640, 420] }),
    settings: createPageWindow({ ...common, name: 'settings', url: SETTINGS_URL, title: say('windows.settings'), size: [800, 640], least: [360, 420] }),
    indicator,
  }
}
