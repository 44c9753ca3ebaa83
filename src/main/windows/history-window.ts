import { BrowserWindow, type WebContents } from 'electron'
import { HISTORY_URL } from './app-protocol'

const WIDTH = 920
const HEIGHT = 640

export interface HistoryWindow {
  /** Opens it, or brings it to the front. */
  show(): void
  close(): void
  /** Whom main may push to and hear from; null while the window is closed. */
  page(): WebContents | null
}

/** Made when it is first shown and gone when it is closed: an idle Parley pays nothing for it. Its size is remembered for this run. */
export function createHistoryWindow(preload: string, background: string, closed: () => void): HistoryWindow {
  let window: BrowserWindow | null = null
  let size: readonly [number, number] = [WIDTH, HEIGHT]
  const open = () => {
    const made = buildWindow(preload, background, size)
    made.on('close', () => {
      const { width, height } = made.getNormalBounds()
      size = [width, height]
    })
    made.on('closed', () => {
      window = null
      closed()
    })
    // Nothing is lost with it: the next `show` begins anew.
    made.webContents.on('render-process-gone', () => made.destroy())
    made.once('ready-to-show', () => made.show())
    // Closed while it loads: the load fails, and nobody waits for it any more.
    made.loadURL(HISTORY_URL).catch(() => undefined)
    return made
  }
  return {
    show: () => {
      if (window === null) return void (window = open())
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    close: () => window?.close(),
    page: () => (window === null || window.isDestroyed() ? null : window.webContents),
  }
}

function buildWindow(preload: string, background: string, [width, height]: readonly [number, number]): BrowserWindow {
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 640,
    minHeight: 420,
    show: false,
    title: 'Parley History',
    backgroundColor: background,
    autoHideMenuBar: true,
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  })
  window.removeMenu()
  return window
}
