import { BrowserWindow, type Rectangle, screen } from 'electron'
import { statusOf } from '../../shared/status'
import type { Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import { INDICATOR_URL } from './app-protocol'
import type { Pages } from './pages'
import { ReloadPauses } from './reload-pauses'
import { onScreen } from './on-screen'
import { pagePreferences } from './page-session'

/** DIP at a zoom of 1. */
const WIDTH = 296
const HEIGHT = 72
/** Between it and the bottom of the screen, until the person puts it elsewhere. */
const GAP = 24
/** Someone reads the last words a moment longer. */
const LINGER_MS = 2_500

type Place = NonNullable<Settings['indicatorPlace']>

export interface IndicatorWindow {
  show(view: AssistantView): void
  moveBy(dx: number, dy: number): void
  /** Where it is now; null while there is none. */
  place(): Place | null
  /** The screens are others now: to where the person has put it, or as near as there is a screen. */
  putBack(): void
  isSeen(): boolean
  /** Told when it comes or goes. */
  followSeen(changed: () => void): void
}

/** Floats over everything and never takes the keyboard from the window a person works in. It exists while it is wanted. */
export function createIndicatorWindow(preload: string, pages: Pick<Pages, 'opened'>): IndicatorWindow {
  let window: BrowserWindow | null = null
  let hiding: NodeJS.Timeout | null = null
  let zoom = 1
  let wish: Settings | null = null
  let deaths = new ReloadPauses()
  let notBefore = 0
  let seenChanged = (): void => undefined
  const alive = () => (window === null || window.isDestroyed() ? null : window)
  const stopHiding = () => {
    if (hiding !== null) clearTimeout(hiding)
    hiding = null
  }
  const followed = (opened: BrowserWindow) => opened.on('show', seenChanged).on('hide', seenChanged).on('closed', seenChanged)
  /** Whatever takes its page away at once would take the next one, with every change of what it shows. */
  const died = (livedMs: number) => void (notBefore = performance.now() + (deaths.next(livedMs) ?? Number.POSITIVE_INFINITY))
  const appear = (settings: Settings) => {
    stopHiding()
    wish = settings
    if (alive() === null && performance.now() < notBefore) return
    window = alive() ?? followed(open(preload, settings, died))
    pages.opened('indicator', window.webContents)
    if (settings.zoom !== zoom) window.setBounds(boundsFor(settings))
    zoom = settings.zoom
    if (!window.isVisible()) window.showInactive()
  }
  return {
    show: (view) => {
      if (view.settings.indicator === 'off') {
        stopHiding()
        deaths = new ReloadPauses()
        notBefore = 0
        return alive()?.destroy()
      }
      if (view.settings.indicator === 'always' || isHappening(view)) return appear(view.settings)
      const shown = alive()
      if (shown?.isVisible() === true) hiding ??= setTimeout(() => shown.isDestroyed() || shown.hide(), LINGER_MS)
    },
    moveBy: (dx, dy) => {
      const shown = alive()
      if (shown === null) return
      const { x, y, width, height } = shown.getBounds()
      shown.setBounds(onScreen({ x: x + dx, y: y + dy, width, height }))
    },
    place: () => {
      const bounds = alive()?.getBounds()
      return bounds === undefined ? null : { x: bounds.x, y: bounds.y }
    },
    putBack: () => wish !== null && alive()?.setBounds(boundsFor(wish)),
    isSeen: () => alive()?.isVisible() ?? false,
    followSeen: (changed) => void (seenChanged = changed),
  }
}

/** Something a person waits for or must know of while working elsewhere. */
function isHappening(view: AssistantView): boolean {
  const status = statusOf(view)
  return status !== 'idle' && status !== 'asleep' && status !== 'offline' && status !== 'connecting'
}

function open(preload: string, settings: Settings, died: (livedMs: number) => void): BrowserWindow {
  const began = performance.now()
  const window = new BrowserWindow({
    ...boundsFor(settings),
    show: false,
    title: 'Parley indicator',
    frame: false,
    transparent: true,
    hasShadow: false,
    resizable: false,
    movable: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    focusable: false,
    acceptFirstMouse: true,
    webPreferences: pagePreferences(preload),
  })
  window.removeMenu()
  window.setAlwaysOnTop(true, 'floating')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  window.webContents.on('render-process-gone', () => {
    died(performance.now() - began)
    window.destroy()
  })
  window.loadURL(INDICATOR_URL).catch(() => undefined)
  return window
}

function boundsFor({ zoom, indicatorPlace }: Settings): Rectangle {
  const [width, height] = [Math.round(WIDTH * zoom), Math.round(HEIGHT * zoom)]
  // A place remembered from a screen that is gone is none.
  return onScreen({ ...(indicatorPlace ?? bottom(width, height)), width, height })
}

function bottom(width: number, height: number): Place {
  const { workArea } = screen.getPrimaryDisplay()
  return { x: Math.round(workArea.x + (workArea.width - width) / 2), y: workArea.y + workArea.height - height - GAP }
}
