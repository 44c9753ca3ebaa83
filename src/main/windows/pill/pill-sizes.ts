import type { Status } from '../../../shared/status'

/** DIP at a zoom of 1, with the room for its shadow; the shapes are those of pill.css. */
export interface Size {
  readonly width: number
  readonly height: number
}

export const PILL_MARGIN = 12
const sized = (width: number, height: number): Size => ({ width: width + 2 * PILL_MARGIN, height: height + 2 * PILL_MARGIN })

const SMALL = sized(220, 44)
/** With its buttons. */
const WIDE = sized(340, 44)
/** With two lines of what is said. */
const WORDS = sized(340, 96)
/** While a tool asks. */
const CARD = sized(340, 120)

export interface PillFacts {
  readonly status: Status
  readonly asks: boolean
  readonly words: boolean
  /** The pointer is on it. */
  readonly pointed: boolean
}

/** It grows upwards. */
export function pillSize({ status, asks, words, pointed }: PillFacts): Size {
  if (asks) return CARD
  if (words) return WORDS
  return pointed || status === 'speaking' ? WIDE : SMALL
}

export const covers = (one: Size, other: Size): boolean => one.width >= other.width && one.height >= other.height
