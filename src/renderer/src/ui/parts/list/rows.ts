import { defaultRangeExtractor, type ReactVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export type RowVirtualizer = ReactVirtualizer<HTMLElement, HTMLElement>

/** What the rows are drawn and scrolled in. */
export type ListBox = RefObject<HTMLDivElement | null>

/** Rows of which only those in sight are drawn, as `useRowsFromTop` or `useRowsFromEnd` has placed them. */
export interface Rows {
  readonly virtual: RowVirtualizer
  readonly count: number
  /** How high a row is, where that is known before it is drawn. */
  readonly known: boolean
}

export const NO_ROW = -1

/** The active row is drawn even out of sight: what `aria-activedescendant` names must exist, and what has the focus must not go. */
export const withRow = (active: number, count: number) => (range: Parameters<typeof defaultRangeExtractor>[0]): number[] => {
  const drawn = defaultRangeExtractor(range)
  return active < 0 || active >= count || drawn.includes(active) ? drawn : [...drawn, active].sort((a, b) => a - b)
}
