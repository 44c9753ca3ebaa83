import { expect, test } from 'vitest'
import { tokenCounts } from '../../../../../src/main/talk/core/realtime/response-usage'

test('tokens as the server counts them; what it leaves out counts as none', () => {
  const whole = {
    total_tokens: 300,
    input_tokens: 200,
    output_tokens: 100,
    input_token_details: { text_tokens: 120, audio_tokens: 80, cached_tokens: 64 },
    output_token_details: { text_tokens: 20, audio_tokens: 80 },
  }
  expect([tokenCounts(whole), tokenCounts({ input_tokens: 'many', output_tokens: -3, input_token_details: null })]).toEqual([
    { inputTokens: 200, cachedTokens: 64, outputTokens: 100, inputAudioTokens: 80, outputAudioTokens: 80 },
    { inputTokens: 0, cachedTokens: 0, outputTokens: 0, inputAudioTokens: 0, outputAudioTokens: 0 },
  ])
})
