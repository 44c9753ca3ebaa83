import type { ResponseUsage } from '../../../../shared/history'
import { type Fields, fieldsAt, numberAt } from './wire-fields'

export type TokenCounts = Pick<ResponseUsage, 'inputTokens' | 'cachedTokens' | 'outputTokens' | 'inputAudioTokens' | 'outputAudioTokens'>

const countAt = (fields: Fields, name: string): number => Math.max(0, Math.round(numberAt(fields, name) ?? 0))

/** `usage` of `response.done` (docs/wire-facts.md, Usage). Every field may be missing, which counts as none. */
export function tokenCounts(usage: Fields): TokenCounts {
  const input = fieldsAt(usage, 'input_token_details')
  const output = fieldsAt(usage, 'output_token_details')
  return {
    inputTokens: countAt(usage, 'input_tokens'),
    cachedTokens: countAt(input, 'cached_tokens'),
    outputTokens: countAt(usage, 'output_tokens'),
    inputAudioTokens: countAt(input, 'audio_tokens'),
    outputAudioTokens: countAt(output, 'audio_tokens'),
  }
}
