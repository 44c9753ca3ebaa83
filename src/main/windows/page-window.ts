import { BrowserWindow } from 'electron'
import type { PageName } from '../../shared/ipc/channel'
import { pagePreferences } from './safety/page-session'
import type { Pages } from './pages'
import type { Room } from './screens/room'
import type { Words } from '../../shared/words/words'

export interface PageWindowOptions {
  readonly name: PageName
  readonly url: string
  readonly title: Words
  readonly preload: string
  /** DIP, at a zoom of 1. */
  readonly size: readonly [width: number, height: number]
  readonly least: readonly [width: number, height: number]
  readonly background: () => string
  readonly room: Pick<Room, 'fit' | 'baseOf'>
  readonly pages: Pick<Pages, 'opened'>
  readonly closed: (page: PageName) => void
}

export interface PageWindow {
  /** Opens it, or brings it to the front. */
  show(): void
  close(): void
}

/** Made when it is first shown and gone when it is closed: an idle Parley pays nothing for it. Its size is remembered for this run. */
export function createPageWindow(options: PageWindowOptions): PageWindow {
  let window: BrowserWindow | null = null
  let { size } = options
  const open = () => {
    const made = buildWindow(options, size)
    options.pages.opened(options.name, made.webContents)
    options.room.fit(made)
    made.on('close', () => void (size = options.room.baseOf(made)))
    made.on('closed', () => {
      window = null
      options.closed(options.name)
    })
    // Nothing is lost with it: the next `show` begins anew.
    made.webContents.on('render-process-gone', () => made.destroy())
    made.once('ready-to-show', () => made.show())
    // Closed while it loads: the load fails, and nobody waits for it any more.
    made.loadURL(options.url).catch(() => undefined)
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
  }
}

function buildWindow({ title, preload, least, background }: PageWindowOptions, [width, height]: readonly [number, number]): BrowserWindow {
  const window = new BrowserWindow({
    width,
    height,
    minWidth: least[0],
    minHeight: least[1],
    show: false,
    title,
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  })
  window.removeMenu()
  return window
}
