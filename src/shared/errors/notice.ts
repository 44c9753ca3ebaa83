import type { ErrorTag } from './errors'

/** Something the person is told. `id` grows, so that the same twice are two notices. The page says it: `noticeWords`. */
export interface Notice {
  readonly id: number
  readonly tag: ErrorTag
  /** What the device it is about is called. */
  readonly device?: string
  /** Whom it is about, where that is known. */
  readonly server?: 'openai' | 'other'
  /** What was said is kept as a draft. */
  readonly kept?: boolean
}

/** What a hand does too early or too late. Nothing is broken, so it is told by the way and goes by itself. */
const SLIPS = ['too-short'] as const satisfies readonly ErrorTag[]
export type SlipTag = (typeof SLIPS)[number]

export const isSlip = (tag: ErrorTag): tag is SlipTag => SLIPS.some((slip) => slip === tag)

/** A neutral hint for a moment. `id` grows, so that the same twice are two. */
export interface Slip {
  readonly id: number
  readonly tag: SlipTag
}

export const SLIP_MS = 3_000
