import { BrowserWindow, type Rectangle, screen } from 'electron'
import { onScreen } from './screens/on-screen'
import { pagePreferences } from './safety/page-session'
import { say } from '../../shared/words/say'

/** DIP, at a zoom of 1. */
const WIDTH = 400
const HEIGHT = 620
/** Room between the panel and the tray icon or the screen's edge. */
const GAP = 8

export interface PanelWindow {
  readonly window: BrowserWindow
  show(near?: Rectangle): void
  toggle(near?: Rectangle): void
  hide(): void
  /** From now on closing closes; before, it only hides, because the page also captures and plays. */
  allowClose(): void
}

/** The conversation and, hidden or not, the audio host. */
export function createPanelWindow(preload: string, background: string): PanelWindow {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHT,
    minWidth: 320,
    minHeight: 420,
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
  let closable = false
  window.on('close', (event) => {
    if (closable) return
    event.preventDefault()
    window.hide()
  })
  return { ...panelActions(window), window, allowClose: () => void (closable = true) }
}

/** A page that is never slowed down takes itself for visible for ever, and would go on painting for nobody. */
export function followSeen(window: BrowserWindow, tell: (seen: boolean) => void): void {
  const sync = () => tell(window.isVisible() && !window.isMinimized())
  window.on('show', sync).on('hide', sync).on('minimize', sync).on('restore', sync)
  window.webContents.on('did-finish-load', sync)
}

function panelActions(window: BrowserWindow): Pick<PanelWindow, 'show' | 'toggle' | 'hide'> {
  const show = (near?: Rectangle) => {
    if (near !== undefined && near.width > 0) window.setBounds(besideTray(near, window.getBounds()))
    window.show()
    window.focus()
  }
  return {
    show,
    hide: () => window.hide(),
    toggle: (near) => (window.isVisible() && window.isFocused() ? window.hide() : show(near)),
  }
}

/** Centred under (or above) the tray icon, and always wholly on its screen. DIP. */
function besideTray(tray: Rectangle, { width, height }: Rectangle): Rectangle {
  const area = screen.getDisplayMatching(tray).workArea
  const below = tray.y < area.y + area.height / 2
  const x = Math.round(tray.x + tray.width / 2 - width / 2)
  return onScreen({ x, y: below ? tray.y + tray.height + GAP : tray.y - height - GAP, width, height })
}
