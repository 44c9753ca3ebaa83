/** Dollars for a million tokens; `cached`: of what the server has kept of an earlier answer. */
export interface TokenPrices {
  readonly in: number
  readonly cached: number
  readonly out: number
}

export interface ModelPrices {
  readonly text: TokenPrices
  readonly audio: TokenPrices
  readonly image: Omit<TokenPrices, 'out'>
}

/** `ends`: the day (ISO, UTC) on which the server takes it away; null: none is announced. `successor`: an id of the same list. */
interface Lifetime {
  readonly id: string
  readonly ends: string | null
  readonly successor: string | null
}

export interface ModelOffer extends Lifetime {
  readonly prices: ModelPrices
}

export interface TranscriptionOffer extends Lifetime {
  readonly perMinute: number
}

export interface ServerOffers {
  readonly models: readonly ModelOffer[]
  readonly voices: readonly string[]
  readonly transcription: readonly TranscriptionOffer[]
}

export interface Offers {
  /** The day on which the figures were read (ISO). */
  readonly asOf: string
  readonly openai: ServerOffers
}
