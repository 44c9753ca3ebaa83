import { BrowserWindow, type Rectangle, screen } from 'electron'
import { onScreen } from './on-screen'

/** DIP. */
type Size = readonly [width: number, height: number]

/** Larger letters need a larger window: squeezed into the old one, a talk shows one message at a time. */
export interface Room {
  /** Gives a new window the room that its size means at a zoom of 1, as far as its screen goes. */
  fit(window: BrowserWindow): void
  /** Puts a window where its size is that of `base` at this zoom, as far as its screen goes. */
  take(window: BrowserWindow, base: Size, bounds: Rectangle): void
  /** The size of a window at a zoom of 1, to open it with again. */
  baseOf(window: BrowserWindow): Size
  /** Every window that is there gets as much more room, or less. */
  setZoom(zoom: number): void
}

/** Window managers round sizes. */
const ROUNDING_DIP = 4

export function createRoom(): Room {
  let zoom = 1
  const given = new WeakMap<BrowserWindow, { readonly base: Size; readonly size: Size }>()
  /** A screen may have cut off what was to be given, and that must not shrink the window for good; what the person chose counts. */
  const baseOf = (window: BrowserWindow): Size => {
    const { width, height } = window.getNormalBounds()
    const last = given.get(window)
    if (last === undefined) return [width, height]
    const chosen = Math.abs(last.size[0] - width) > ROUNDING_DIP || Math.abs(last.size[1] - height) > ROUNDING_DIP
    return chosen ? [Math.round(width / zoom), Math.round(height / zoom)] : last.base
  }
  const take = (window: BrowserWindow, base: Size, bounds: Rectangle): void => {
    given.set(window, { base, size: [bounds.width, bounds.height] })
    window.setBounds(bounds)
  }
  const give = (window: BrowserWindow, base: Size): void => {
    const bounds = window.getBounds()
    const { workArea } = screen.getDisplayMatching(bounds)
    const size: Size = [Math.min(Math.round(base[0] * zoom), workArea.width), Math.min(Math.round(base[1] * zoom), workArea.height)]
    take(window, base, onScreen({ x: bounds.x, y: bounds.y, width: size[0], height: size[1] }))
  }
  return {
    fit: (window) => give(window, baseOf(window)),
    take,
    baseOf,
    setZoom: (to) => {
      // One that fills the screen has all there is; the indicator keeps its own place and size.
      const sized = BrowserWindow.getAllWindows().filter((window) => window.isResizable() && window.isNormal())
      const bases = sized.map((window) => [window, baseOf(window)] as const)
      zoom = to
      for (const [window, base] of bases) give(window, base)
    },
  }
}
