import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { sameJson } from '../../../shared/same-json'
import { statusOf } from '../../../shared/status'
import type { PillPlace } from '../../../shared/settings/look'
import type { AssistantView } from '../../../shared/view'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import type { Pages } from '../pages'
import { ReloadPauses } from '../reload-pauses'
import { openPill } from './open-pill'
import type { Screen } from '../screens/places'
import { boundsOn, movedOn, placesWith } from './pill-place'
import { covers, pillSize, type Size } from './pill-sizes'
import { isHappening, isWanted, isWrong, LINGER_MS, LINGER_WRONG_MS } from './pill-times'

/** After the start has had the machine for itself. */
const READY_AFTER_MS = 2_000
/** Its page draws it smaller first. */
const SHRINK_MS = 240

export interface IndicatorParts {
  readonly preload: string
  readonly pages: Pick<Pages, 'opened'>
  readonly timers: Timers
  readonly isPanelInFront: () => boolean
}

const underPointer = (): Screen => screen.getDisplayNearestPoint(screen.getCursorScreenPoint())

/**
 * The pill: floats over everything and never takes the keyboard from the window a person works in. While it is wished for, its window
 * waits unseen, because opening one takes longer than a press may. It also comes when a tool asks while the person is elsewhere.
 */
export class IndicatorWindow {
  private window: BrowserWindow | null = null
  private readonly hiding: Deadline<BrowserWindow>
  private readonly shrinking: Deadline<Size>
  private readonly preparing: Deadline
  private view: AssistantView | null = null
  private words = false
  private pointed = false
  private size: Size = pillSize({ status: 'idle', asks: false, words: false, pointed: false })
  private on: Screen | null = null
  /** Where the person has dragged it, before the settings have it. */
  private put: readonly PillPlace[] | null = null
  /** What the window was told last: on Wayland it does not say where it is. */
  private told: Rectangle | null = null
  private happening = false
  private leaving = false
  private deaths = new ReloadPauses()
  private notBefore = 0
  private seenChanged = (): void => undefined
  private gone = (): void => undefined

  constructor(private readonly parts: IndicatorParts) {
    this.hiding = new Deadline(parts.timers, (shown) => {
      if (shown.isDestroyed()) return
      shown.hide()
      this.gone()
    })
    this.shrinking = new Deadline(parts.timers, (size) => this.take(size))
    this.preparing = new Deadline(parts.timers, () => void this.opened())
  }

  /** True: its page is to be told of this view. What lingers keeps its last words. */
  show(view: AssistantView, words: boolean): boolean {
    this.view = view
    const wanted = isWanted(view, this.parts.isPanelInFront())
    if (wanted) this.words = words
    if (wanted) this.appear(view)
    else if (view.settings.indicator === 'off') this.close()
    else this.goLater(view)
    this.happening = isHappening(view)
    return wanted || !this.isSeen() || isWrong(view)
  }

  /** The panel has come to the front, or left it. */
  panelMoved(): void {
    if (this.view !== null) this.show(this.view, this.words)
  }

  point(pointed: boolean): void {
    this.pointed = pointed
    if (pointed) this.hiding.stop()
    if (this.view === null || !this.isSeen()) return
    if (isWanted(this.view, this.parts.isPanelInFront())) this.grow(this.view)
    else if (!pointed) this.goLater(this.view)
  }

  moveBy(dx: number, dy: number): void {
    const shown = this.alive
    if (shown === null) return
    const bounds = shown.getBounds()
    this.on = screen.getDisplayMatching({ ...bounds, x: bounds.x + dx, y: bounds.y + dy })
    this.told = movedOn(bounds, { x: dx, y: dy }, this.on, this.zoom)
    this.put = placesWith(this.lastPlaces, this.on, this.told, this.zoom)
    shown.setBounds(this.told)
  }

  /** Where it has been dragged to, on each screen; null: it has not. */
  places(): readonly PillPlace[] | null {
    return this.put
  }

  /** The screens are others now: to where the person has put it on one that is there. */
  putBack(): void {
    this.on = null
    this.told = null
    this.take(this.size)
  }

  isSeen(): boolean {
    return this.alive?.isVisible() ?? false
  }

  /** Told when it has lingered to its end: its page still shows what was last. */
  followGone(gone: () => void): void {
    this.gone = gone
  }

  /** Told when it comes or goes. */
  followSeen(changed: () => void): void {
    this.seenChanged = changed
  }

  /** Parley ends. A window opened now would keep it: Electron quits when the last one has closed. */
  leave(): void {
    this.leaving = true
    this.close()
  }

  private get alive(): BrowserWindow | null {
    return this.window === null || this.window.isDestroyed() ? null : this.window
  }

  private get zoom(): number {
    return this.view?.settings.zoom ?? 1
  }

  private get lastPlaces(): readonly PillPlace[] {
    return this.put ?? this.view?.settings.indicatorPlaces ?? []
  }

  private bounds(): Rectangle {
    this.on ??= underPointer()
    return boundsOn(this.on, { size: this.size, zoom: this.zoom, places: this.lastPlaces })
  }

  private appear(view: AssistantView): void {
    this.hiding.stop()
    const window = this.opened()
    if (window === null) return
    const begins = isHappening(view) && !this.happening
    if (!window.isVisible() || begins) this.on = underPointer()
    this.grow(view)
    if (!window.isVisible()) window.showInactive()
  }

  /** What becomes smaller is drawn so first. */
  private grow(view: AssistantView): void {
    const wanted = pillSize({ status: statusOf(view), asks: view.tools.card !== null, words: this.words, pointed: this.pointed })
    this.shrinking.stop()
    if (covers(wanted, this.size) || !this.isSeen()) this.take(wanted)
    else this.shrinking.start(SHRINK_MS, wanted)
  }

  private take(size: Size): void {
    this.size = size
    const [shown, bounds] = [this.alive, this.bounds()]
    if (shown === null || sameJson(this.told, bounds)) return
    this.told = bounds
    shown.setBounds(bounds)
  }

  private goLater(view: AssistantView): void {
    const shown = this.alive
    if (shown === null) return this.preparing.isRunning ? undefined : this.preparing.start(READY_AFTER_MS)
    if (!shown.isVisible() || this.pointed) return
    if (this.parts.isPanelInFront()) return shown.hide()
    this.hiding.start(isWrong(view) ? LINGER_WRONG_MS : LINGER_MS, shown)
  }

  private opened(): BrowserWindow | null {
    this.preparing.stop()
    if (this.leaving || this.alive !== null || performance.now() < this.notBefore) return this.alive
    this.told = this.bounds()
    const window = openPill(this.parts.preload, this.told, this.died)
    window.on('show', this.seenChanged).on('hide', this.hidden).on('closed', this.seenChanged)
    this.parts.pages.opened('indicator', window.webContents)
    this.window = window
    return window
  }

  /** Whoever comes next begins small, wherever the pointer was. */
  private readonly hidden = (): void => {
    this.pointed = false
    this.seenChanged()
  }

  /** Whatever takes its page away at once would take the next one, with every change of what it shows. */
  private readonly died = (livedMs: number): void => {
    this.notBefore = performance.now() + (this.deaths.next(livedMs) ?? Number.POSITIVE_INFINITY)
  }

  private close(): void {
    for (const each of [this.hiding, this.shrinking, this.preparing]) each.stop()
    this.deaths = new ReloadPauses()
    this.notBefore = 0
    this.alive?.destroy()
  }
}
