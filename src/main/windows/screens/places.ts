import type { Rectangle } from 'electron'

/** A screen, as far as this is about it. DIP. */
export interface Screen {
  readonly id: number
  readonly workArea: Rectangle
}

/** Desks come and go; nobody has more. */
const MOST_PLACES = 8

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)))

/** One place a screen, the newest last; those of screens that have not been seen for long are forgotten. */
export const withNewest = <Place extends { readonly display: string }>(places: readonly Place[], newest: Place): readonly Place[] =>
  [...places.filter(({ display }) => display !== newest.display), newest].slice(-MOST_PLACES)
