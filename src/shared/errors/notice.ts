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
