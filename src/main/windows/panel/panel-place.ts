import type { Rectangle } from 'electron'
import type { PanelPlace } from '../../../shared/settings/look'
import { clamp, type Screen, withNewest } from '../screens/places'

/** Window managers round, and tell in their own time what they made of it. */
const ROUNDING_DIP = 4

export const isSamePlace = (one: Rectangle, other: Rectangle): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) <= ROUNDING_DIP)

export const placeOn = ({ id }: Screen, places: readonly PanelPlace[]): PanelPlace | null => places.find(({ display }) => display === String(id)) ?? null

/** Where the person has put it on this screen: as large as then at that zoom, and wholly on it. */
export function boundsOn({ workArea: area }: Screen, place: PanelPlace, zoom: number): Rectangle {
  const [width, height] = [Math.min(Math.round(place.width * zoom), area.width), Math.min(Math.round(place.height * zoom), area.height)]
  return {
    x: clamp(area.x + place.x, area.x, area.x + area.width - width),
    y: clamp(area.y + place.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

/** `base`: its size at a zoom of 1. */
export function placesWith(places: readonly PanelPlace[], { id, workArea }: Screen, { x, y }: Pick<Rectangle, 'x' | 'y'>, [width, height]: readonly [number, number]): readonly PanelPlace[] {
  return withNewest(places, { display: String(id), x: x - workArea.x, y: y - workArea.y, width, height })
}

/** In the middle of a screen on which it has never been. */
export const centredOn = ({ workArea: area }: Screen, { width, height }: Pick<Rectangle, 'width' | 'height'>): Rectangle => ({
  x: Math.max(area.x, area.x + Math.round((area.width - width) / 2)),
  y: Math.max(area.y, area.y + Math.round((area.height - height) / 2)),
  width,
  height,
})
