import type { Rectangle } from 'electron'
import type { PillPlace } from '../../../shared/settings/look'
import { clamp, type Screen, withNewest } from '../screens/places'
import { PILL_MARGIN, type Size } from './pill-sizes'

/** Between its lower edge and the end of the screen, until the person puts it elsewhere. */
const GAP = 24

/** The middle of its lower edge. */
interface Foot {
  readonly x: number
  readonly y: number
}

const footOn = ({ id, workArea: { x, y, width, height } }: Screen, places: readonly PillPlace[]): Foot => {
  const put = places.find(({ display }) => display === String(id))
  return put === undefined ? { x: x + Math.round(width / 2), y: y + height - GAP } : { x: x + put.x, y: y + put.y }
}

export const scaled = ({ width, height }: Size, zoom: number): Size => ({ width: Math.round(width * zoom), height: Math.round(height * zoom) })

/** Wholly on its screen; only the shadow may lie over the edge. */
function within({ x, y, width, height }: Rectangle, { workArea: area }: Screen, margin: number): Rectangle {
  return {
    x: clamp(x, area.x - margin, area.x + area.width - width + margin),
    y: clamp(y, area.y - margin, area.y + area.height - height + margin),
    width,
    height,
  }
}

export interface Spot {
  readonly size: Size
  readonly zoom: number
  readonly places: readonly PillPlace[]
}

export function boundsOn(screen: Screen, { size, zoom, places }: Spot): Rectangle {
  const [margin, { width, height }, foot] = [Math.round(PILL_MARGIN * zoom), scaled(size, zoom), footOn(screen, places)]
  return within({ x: foot.x - Math.round(width / 2), y: foot.y + margin - height, width, height }, screen, margin)
}

/** Where it was left: at that place of that screen from now on. */
export function placesWith(places: readonly PillPlace[], { id, workArea }: Screen, bounds: Rectangle, zoom: number): readonly PillPlace[] {
  const margin = Math.round(PILL_MARGIN * zoom)
  return withNewest(places, { display: String(id), x: bounds.x + Math.round(bounds.width / 2) - workArea.x, y: bounds.y + bounds.height - margin - workArea.y })
}

export const movedOn = (bounds: Rectangle, by: Foot, screen: Screen, zoom: number): Rectangle =>
  within({ ...bounds, x: bounds.x + by.x, y: bounds.y + by.y }, screen, Math.round(PILL_MARGIN * zoom))
