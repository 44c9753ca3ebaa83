import { type BrowserWindow, type Display, type Rectangle, screen } from 'electron'
import type { PanelPlace } from '../../../shared/settings/look'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import type { Room } from '../screens/room'
import { boundsOn, isSamePlace, placeOn, placesWith } from './panel-place'

/** A window that is dragged is told of at every step; a window manager has its say behind ours. */
const SETTLED_MS = 400

/** What is remembered of it. */
export interface PanelMemory {
  readonly places: () => readonly PanelPlace[]
  readonly zoom: () => number
  readonly put: (places: readonly PanelPlace[]) => void
}

interface PanelPlacesParts {
  readonly window: BrowserWindow
  readonly memory: PanelMemory
  readonly room: Pick<Room, 'take' | 'baseOf'>
  readonly timers: Timers
}

/** Where the person has put the panel, and how large they made it, on each screen. What we and the system do to it is not their choice. */
export class PanelPlaces {
  private readonly settling: Deadline
  /** What became of our own last move; null: it is not known yet. */
  private made: Rectangle | null = null
  private told: Rectangle | null = null

  constructor(private readonly parts: PanelPlacesParts) {
    const { window, timers } = parts
    this.settling = new Deadline(timers, () => this.settled())
    const moved = () => this.settling.renew(SETTLED_MS)
    window.on('move', moved).on('resize', moved).on('show', this.ours)
  }

  /** Whatever happens to it next is not the person's doing. */
  readonly ours = (): void => {
    this.made = null
    this.settling.renew(SETTLED_MS)
  }

  /** To where it was left on this screen; where it never was, to `otherwise`; null: where it is. */
  bring(display: Display, otherwise: Rectangle | null): void {
    const { window, memory, room } = this.parts
    const place = placeOn(display, memory.places())
    const wanted = place === null ? otherwise : boundsOn(display, place, memory.zoom())
    if (wanted === null || this.isThere(wanted)) return
    this.told = wanted
    room.take(window, place === null ? room.baseOf(window) : [place.width, place.height], wanted)
    this.ours()
  }

  /** A frame shifts some windows by its own size: what came of the last move counts as where it was to go. */
  private isThere(wanted: Rectangle): boolean {
    return this.told !== null && this.made !== null && isSamePlace(wanted, this.told) && isSamePlace(this.parts.window.getBounds(), this.made)
  }

  private settled(): void {
    const { window, memory, room } = this.parts
    if (window.isDestroyed() || !window.isVisible() || !window.isNormal()) return
    const [bounds, before] = [window.getBounds(), this.made]
    this.made = bounds
    if (before === null || isSamePlace(bounds, before)) return
    this.told = bounds
    memory.put(placesWith(memory.places(), screen.getDisplayMatching(bounds), bounds, room.baseOf(window)))
  }
}
