import { type Rectangle, screen } from 'electron'

/** Moved, where it must be, wholly onto the screen it is on or nearest to. DIP. */
export function onScreen(wanted: Rectangle): Rectangle {
  const { workArea: area } = screen.getDisplayMatching(wanted)
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
  return {
    ...wanted,
    x: clamp(wanted.x, area.x, area.x + Math.max(0, area.width - wanted.width)),
    y: clamp(wanted.y, area.y, area.y + Math.max(0, area.height - wanted.height)),
  }
}
