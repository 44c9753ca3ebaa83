import { addTokens, NO_TOKENS, usageOf } from '../../../src/main/practice/session/usage'
import type { WireUsage } from '../../../src/main/practice/session/wire'

const sumUsage = (a: WireUsage, b: WireUsage): Omit<WireUsage, 'input_token_details'> => ({
  total_tokens: a.total_tokens + b.total_tokens,
  input_tokens: a.input_tokens + b.input_tokens,
  output_tokens: a.output_tokens + b.output_tokens,
  output_token_details: {
    text_tokens: a.output_token_details.text_tokens + b.output_token_details.text_tokens,
    audio_tokens: a.output_token_details.audio_tokens + b.output_token_details.audio_tokens,
  },
})

/** The running total of a session, in the wire's own shape. */
export const addUsage = (a: WireUsage, b: WireUsage): WireUsage => {
  const [input, more] = [a.input_token_details, b.input_token_details]
  return {
    ...sumUsage(a, b),
    input_token_details: {
      ...addTokens(input, more),
      cached_tokens: input.cached_tokens + more.cached_tokens,
      cached_tokens_details: addTokens(input.cached_tokens_details, more.cached_tokens_details),
    },
  }
}

export const NO_USAGE: WireUsage = usageOf(NO_TOKENS, NO_TOKENS, { text: 0, audio: 0 })
