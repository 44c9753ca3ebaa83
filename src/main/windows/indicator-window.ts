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

export interface IndicatorParts {
  readonly preload: string
  readonly pages: Pick<Pages, 'opened'>
  readonly timers: Timers
  readonly isPanelInFront: () => boolean
}

/**
 * Floats over everything and never takes the keyboard from the window a person works in. It exists while it is wanted, and also when
 * a tool asks while the person is elsewhere: nothing else would say so.
 */
export class IndicatorWindow {
  private window: BrowserWindow | null = null
  private readonly hiding: Deadline<BrowserWindow>
  private zoom = 1
  private size = SMALL
  private wish: Settings | null = null
  private deaths = new ReloadPauses()
  private notBefore = 0
  private seenChanged = (): void => undefined

  constructor(private readonly parts: IndicatorParts) {
    this.hiding = new Deadline(parts.timers, (shown) => shown.isDestroyed() || shown.hide())
  }

  show(view: AssistantView): void {
    const asks = view.tools.card !== null
    if (view.settings.indicator === 'off' && (!asks || this.parts.isPanelInFront())) return this.close()
    if (view.settings.indicator === 'always' || asks || isHappening(view)) return this.appear(view.settings, asks ? CARD : SMALL)
    const shown = this.alive
    if (shown?.isVisible() === true) this.hiding.start(LINGER_MS, shown)
  }

  moveBy(dx: number, dy: number): void {
    const shown = this.alive
    if (shown === null) return
    const { x, y, width, height } = shown.getBounds()
    shown.setBounds(onScreen({ x: x + dx, y: y + dy, width, height }))
  }

  /** Where it is now; null while there is none. */
  place(): Place | null {
    const bounds = this.alive?.getBounds()
    return bounds === undefined ? null : placeOf(bounds, this.zoom)
  }

  /** The screens are others now: to where the person has put it, or as near as there is a screen. */
  putBack(): void {
    if (this.wish !== null) this.alive?.setBounds(boundsFor(this.wish, this.size))
  }

  isSeen(): boolean {
    return this.alive?.isVisible() ?? false
  }

  /** Told when it comes or goes. */
  followSeen(changed: () => void): void {
    this.seenChanged = changed
  }

  private get alive(): BrowserWindow | null {
    return this.window === null || this.window.isDestroyed() ? null : this.window
  }

  private appear(settings: Settings, wanted: Size): void {
    this.hiding.stop()
    this.wish = settings
    if (this.alive === null && performance.now() < this.notBefore) return
    const window = this.alive ?? this.followed(open(this.parts.preload, settings, wanted, this.died))
    this.window = window
    this.parts.pages.opened('indicator', window.webContents)
    if (settings.zoom !== this.zoom || wanted !== this.size) window.setBounds(boundsFor(settings, wanted))
    this.zoom = settings.zoom
    this.size = wanted
    if (!window.isVisible()) window.showInactive()
  }

  private followed(opened: BrowserWindow): BrowserWindow {
    return opened.on('show', this.seenChanged).on('hide', this.seenChanged).on('closed', this.seenChanged)
  }

  /** Whatever takes its page away at once would take the next one, with every change of what it shows. */
  private readonly died = (livedMs: number): void => {
    this.notBefore = performance.now() + (this.deaths.next(livedMs) ?? Number.POSITIVE_INFINITY)
  }

  private close(): void {
    this.hiding.stop()
    this.deaths = new ReloadPauses()
    this.notBefore = 0
    this.alive?.destroy()
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
