/** Longer ones are refused: a fact is a sentence. */
export const MAX_FACT_CHARS = 200
/** What a new session is told at most. */
export const RESTORED_FACTS = { count: 40, chars: 2_000 } as const

/** Something the person asked to keep. */
export interface RememberedFact {
  readonly id: string
  readonly text: string
  /** `wish`: how they want things done; `fact`: what is so. Either informs, neither commands. */
  readonly kind: 'fact' | 'wish'
  /** ms since 1970 (UTC). */
  readonly at: number
  /** Who wrote these words: the person by hand, or the model when asked to. */
  readonly by: 'person' | 'model'
}

/** More is a diary. */
export const MAX_FACTS = 500
