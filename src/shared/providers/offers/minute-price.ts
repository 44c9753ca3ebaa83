import type { ModelPrices } from './offer'

/** A token is 100 ms of what a person says and 50 ms of what the assistant says (developers.openai.com/api/docs/guides/realtime-costs). */
const HEARD_TOKENS_PER_MINUTE = 600
export const SPOKEN_TOKENS_PER_MINUTE = 1_200
export const TOKENS_PRICED = 1_000_000

/**
 * Dollars for a minute of conversation: a minute heard and a minute spoken. Both never last the whole minute; what is left pays for the
 * conversation so far, which is sent again with every answer.
 */
export const minutePrice = ({ audio }: ModelPrices): number =>
  (HEARD_TOKENS_PER_MINUTE * audio.in + SPOKEN_TOKENS_PER_MINUTE * audio.out) / TOKENS_PRICED
