import type { ItemRecord } from '../items/conversation'
import { textOf } from '../output/echo-response'
import { imageTokens } from '../input/image-input'
import type { SessionConfig } from '../configuration/session-config'
import type { TokenCounts, WireUsage } from './wire'

/** User audio costs 10 tokens a second, assistant audio 20 (docs/wire-facts.md, Usage). Text: about four characters a token. */
const USER_AUDIO_BYTES_PER_TOKEN = 4_800
const ASSISTANT_AUDIO_BYTES_PER_TOKEN = 2_400
const CHARACTERS_PER_TOKEN = 4

export const NO_TOKENS: TokenCounts = { text_tokens: 0, audio_tokens: 0, image_tokens: 0 }

export const textTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN)
export const spokenTokens = (bytes: number): number => Math.ceil(bytes / ASSISTANT_AUDIO_BYTES_PER_TOKEN)
export const bytesOfSpokenTokens = (tokens: number): number => tokens * ASSISTANT_AUDIO_BYTES_PER_TOKEN
export const heardTokens = (bytes: number): number => Math.ceil(bytes / USER_AUDIO_BYTES_PER_TOKEN)

export const addTokens = (a: TokenCounts, b: TokenCounts): TokenCounts => ({
  text_tokens: a.text_tokens + b.text_tokens,
  audio_tokens: a.audio_tokens + b.audio_tokens,
  image_tokens: a.image_tokens + b.image_tokens,
})

const subset = (a: TokenCounts, b: TokenCounts): TokenCounts => ({
  text_tokens: Math.min(a.text_tokens, b.text_tokens),
  audio_tokens: Math.min(a.audio_tokens, b.audio_tokens),
  image_tokens: Math.min(a.image_tokens, b.image_tokens),
})

const sum = (tokens: TokenCounts): number => tokens.text_tokens + tokens.audio_tokens + tokens.image_tokens

const tokensOfItem = (record: ItemRecord): TokenCounts => {
  const { item, audioBytes, images } = record
  const written = `${textOf(record)}${item.arguments ?? ''}${item.output ?? ''}`
  return {
    text_tokens: textTokens(written),
    audio_tokens: item.role === 'assistant' ? spokenTokens(audioBytes) : heardTokens(audioBytes),
    image_tokens: images.reduce((sum, image) => sum + imageTokens(image), 0),
  }
}

/** All a response has to read: instructions, tools and every item of its context. */
export const inputTokens = (config: SessionConfig, context: readonly ItemRecord[]): TokenCounts => {
  const fixed = textTokens(config.instructions) + (config.tools.length > 0 ? textTokens(JSON.stringify(config.tools)) : 0)
  return context.map(tokensOfItem).reduce(addTokens, { ...NO_TOKENS, text_tokens: fixed })
}

/** `earlier` = what the previous response already read: that part comes from the prompt cache, so the cached share grows with the talk. */
export const usageOf = (input: TokenCounts, earlier: TokenCounts, output: { readonly text: number; readonly audio: number }): WireUsage => {
  const cached = subset(input, earlier)
  return {
    total_tokens: sum(input) + output.text + output.audio,
    input_tokens: sum(input),
    output_tokens: output.text + output.audio,
    input_token_details: { ...input, cached_tokens: sum(cached), cached_tokens_details: cached },
    output_token_details: { text_tokens: output.text, audio_tokens: output.audio },
  }
}
