import { BrowserWindow, type Rectangle, screen } from 'electron'
import { statusOf } from '../../shared/status'
import type { Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'
import { INDICATOR_URL } from './safety/app-protocol'
import type { Pages } from './pages'
import { ReloadPauses } from './reload-pauses'
import { onScreen } from './screens/on-screen'
import { pagePreferences } from './safety/page-session'

/** DIP at a zoom of 1. */
const SMALL = { width: 296, height: 72 }
/** While a tool asks. It grows upwards. */
const CARD = { width: 340, height: 132 }
/** Between it and the bottom of the screen, until the person puts it elsewhere. */
const GAP = 24
/** Someone reads the last words a moment longer. */
const LINGER_MS = 2_500

type Size = typeof SMALL
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

/**
 * Floats over everything and never takes the keyboard from the window a person works in. It exists while it is wanted, and also when
 * a tool asks while the person is elsewhere: nothing else would say so.
 */
export function createIndicatorWindow(preload: string, pages: Pick<Pages, 'opened'>, timers: Timers, isPanelInFront: () => boolean): IndicatorWindow {
  let window: BrowserWindow | null = null
  const hiding = new Deadline<BrowserWindow>(timers, (shown) => shown.isDestroyed() || shown.hide())
  let zoom = 1
  let size = SMALL
  let wish: Settings | null = null
  let deaths = new ReloadPauses()
  let notBefore = 0
  let seenChanged = (): void => undefined
  const alive = () => (window === null || window.isDestroyed() ? null : window)
  const followed = (opened: BrowserWindow) => opened.on('show', seenChanged).on('hide', seenChanged).on('closed', seenChanged)
  /** Whatever takes its page away at once would take the next one, with every change of what it shows. */
  const died = (livedMs: number) => void (notBefore = performance.now() + (deaths.next(livedMs) ?? Number.POSITIVE_INFINITY))
  const appear = (settings: Settings, wanted: Size) => {
    hiding.stop()
    wish = settings
    if (alive() === null && performance.now() < notBefore) return
    window = alive() ?? followed(open(preload, settings, wanted, died))
    pages.opened('indicator', window.webContents)
    if (settings.zoom !== zoom || wanted !== size) window.setBounds(boundsFor(settings, wanted))
    zoom = settings.zoom
    size = wanted
    if (!window.isVisible()) window.showInactive()
  }
  return {
    show: (view) => {
      const asks = view.tools.card !== null
      if (view.settings.indicator === 'off' && (!asks || isPanelInFront())) {
        hiding.stop()
        deaths = new ReloadPauses()
        notBefore = 0
        return alive()?.destroy()
      }
      const wanted = asks ? CARD : SMALL
      if (view.settings.indicator === 'always' || asks || isHappening(view)) return appear(view.settings, wanted)
      const shown = alive()
      if (shown?.isVisible() === true) hiding.start(LINGER_MS, shown)
    },
    moveBy: (dx, dy) => {
      const shown = alive()
      if (shown === null) return
      const { x, y, width, height } = shown.getBounds()
      shown.setBounds(onScreen({ x: x + dx, y: y + dy, width, height }))
    },
    place: () => {
      const bounds = alive()?.getBounds()
      return bounds === undefined ? null : placeOf(bounds, zoom)
    },
    putBack: () => wish !== null && alive()?.setBounds(boundsFor(wish, size)),
    isSeen: () => alive()?.isVisible() ?? false,
    followSeen: (changed) => void (seenChanged = changed),
  }
}

/** Something a person waits for or must know of while working elsewhere. */
function isHappening(view: AssistantView): boolean {
  const status = statusOf(view)
  return status !== 'idle' && status !== 'asleep' && status !== 'offline' && status !== 'connecting'
}

function open(preload: string, settings: Settings, size: Size, died: (livedMs: number) => void): BrowserWindow {
  const began = performance.now()
  const window = new BrowserWindow({
    ...boundsFor(settings, size),
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

const scaled = ({ width, height }: Size, zoom: number): Size => ({ width: Math.round(width * zoom), height: Math.round(height * zoom) })

/** Middle and lower edge stay where the small one has them. */
function boundsFor({ zoom, indicatorPlace }: Settings, size: Size): Rectangle {
  const [small, wanted] = [scaled(SMALL, zoom), scaled(size, zoom)]
  // A place remembered from a screen that is gone is none.
  const { x, y } = onScreen({ ...(indicatorPlace ?? bottom(small)), ...small })
  return onScreen({ x: x - Math.round((wanted.width - small.width) / 2), y: y - (wanted.height - small.height), ...wanted })
}

/** Where the small one would be. */
function placeOf({ x, y, width, height }: Rectangle, zoom: number): Place {
  const small = scaled(SMALL, zoom)
  return { x: x + Math.round((width - small.width) / 2), y: y + height - small.height }
}

function bottom({ width, height }: Size): Place {
  const { workArea } = screen.getPrimaryDisplay()
  return { x: Math.round(workArea.x + (workArea.width - width) / 2), y: workArea.y + workArea.height - height - GAP }
}
