import { SPOKEN_TOKENS_PER_MINUTE, TOKENS_PRICED } from './minute-price'
import type { ModelPrices } from './offer'

/** A sentence of this length is spoken within four seconds. */
const SPOKEN_SECONDS = 4
/** The instructions, the sentence and what a session begins with; and its words beside the sound. */
const [READ_TOKENS, WRITTEN_TOKENS] = [150, 40] as const

/** Dollars for one sentence of a voice. */
export const samplePrice = ({ audio, text }: ModelPrices): number =>
  ((SPOKEN_TOKENS_PER_MINUTE / 60) * SPOKEN_SECONDS * audio.out + READ_TOKENS * text.in + WRITTEN_TOKENS * text.out) / TOKENS_PRICED
