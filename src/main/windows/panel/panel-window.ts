import { BrowserWindow, type Rectangle, screen } from 'electron'
import { say } from '../../../shared/words/say'
import type { Timers } from '../../platform/ports'
import { pagePreferences } from '../safety/page-session'
import { onScreen } from '../screens/on-screen'
import type { Room } from '../screens/room'
import { centredOn } from './panel-place'
import { type PanelMemory, PanelPlaces } from './panel-places'

/** DIP, at a zoom of 1. */
const WIDTH = 420
const HEIGHT = 680
/** DIP, at every zoom: whoever draws larger may want a small window all the same. */
const LEAST_WIDTH = 400
const LEAST_HEIGHT = 480
/** Room between the panel and the tray icon or the screen's edge. */
const GAP = 8

export interface PanelWindow {
  readonly window: BrowserWindow
  show(near?: Rectangle): void
  toggle(near?: Rectangle): void
  hide(): void
  /** Above the windows of other programs, or among them. */
  keepOnTop(on: boolean): void
  /** It is moved or resized now, and not by the person. */
  movedByUs(): void
  /** From now on closing closes; before, it only hides, because the page also captures and plays. */
  allowClose(): void
}

export interface PanelWindowParts {
  readonly preload: string
  readonly background: string
  readonly memory: PanelMemory
  readonly room: Pick<Room, 'take' | 'baseOf'>
  readonly timers: Timers
}

/** The conversation and, hidden or not, the audio host. */
export function createPanelWindow({ preload, background, ...parts }: PanelWindowParts): PanelWindow {
  const window = buildWindow(preload, background)
  const places = new PanelPlaces({ ...parts, window })
  let closable = false
  window.on('close', (event) => {
    if (closable) return
    event.preventDefault()
    window.hide()
  })
  let onTop = false
  return {
    ...panelActions(window, places),
    window,
    keepOnTop: (on) => {
      if (on === onTop) return
      onTop = on
      window.setAlwaysOnTop(on, 'floating')
    },
    movedByUs: places.ours,
    allowClose: () => void (closable = true),
  }
}

function buildWindow(preload: string, background: string): BrowserWindow {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHT,
    minWidth: LEAST_WIDTH,
    minHeight: LEAST_HEIGHT,
    show: false,
    title: say('common.app'),
    backgroundColor: background,
    autoHideMenuBar: true,
    fullscreenable: false,
    webPreferences: {
      ...pagePreferences(preload),
      // The page is the audio host: a hidden window must not be slowed down.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  return window
}

/** A page that is never slowed down takes itself for visible for ever, and would go on painting for nobody. */
export function followSeen(window: BrowserWindow, tell: (seen: boolean) => void): void {
  const sync = () => tell(window.isVisible() && !window.isMinimized())
  window.on('show', sync).on('hide', sync).on('minimize', sync).on('restore', sync)
  window.webContents.on('did-finish-load', sync)
}

function panelActions(window: BrowserWindow, places: PanelPlaces): Pick<PanelWindow, 'show' | 'toggle' | 'hide'> {
  const show = (near?: Rectangle) => {
    if (window.isMinimized()) window.restore()
    else if (near !== undefined && near.width > 0) places.bring(screen.getDisplayMatching(near), besideTray(near, window.getBounds()))
    else if (!window.isVisible()) bringToPointer(window, places)
    window.show()
    window.focus()
  }
  return {
    show,
    hide: () => window.hide(),
    toggle: (near) => (window.isVisible() && window.isFocused() ? window.hide() : show(near)),
  }
}

/** A window in sight is not moved; a hidden one comes where the person is looking. */
function bringToPointer(window: BrowserWindow, places: PanelPlaces): void {
  const bounds = window.getBounds()
  const [here, pointed] = [screen.getDisplayMatching(bounds), screen.getDisplayNearestPoint(screen.getCursorScreenPoint())]
  places.bring(pointed, here.id === pointed.id ? null : centredOn(pointed, bounds))
}

/** Centred under (or above) the tray icon, and always wholly on its screen. DIP. */
function besideTray(tray: Rectangle, { width, height }: Rectangle): Rectangle {
  const area = screen.getDisplayMatching(tray).workArea
  const below = tray.y < area.y + area.height / 2
  const x = Math.round(tray.x + tray.width / 2 - width / 2)
  return onScreen({ x, y: below ? tray.y + tray.height + GAP : tray.y - height - GAP, width, height })
}
