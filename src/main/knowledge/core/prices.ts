import type { Embedder } from '../../../shared/knowledge/passages'

/** US dollars a million tokens, as the makers list them; the day they were read. */
const PRICES = { asOf: '2026-11-30', byModel: { 'text-embedding-3-small': 0.02, 'text-embedding-3-large': 0.13, 'text-embedding-ada-002': 0.1 } } as const

export const CHARS_PER_TOKEN = 4

/** `dollars` null: nobody knows; 0: it stays on this computer. */
export interface EmbeddingCost {
  readonly tokens: number
  readonly dollars: number | null
  readonly asOf: string
}

/** Before anything is sent. Prices are known of one maker only; another server may have the same names for other models. */
export function embeddingCost({ url, model }: Pick<Embedder, 'url' | 'model'>, characters: number, isHere: boolean): EmbeddingCost {
  const tokens = Math.ceil(characters / CHARS_PER_TOKEN)
  const price = new URL(url).hostname === 'api.openai.com' ? (PRICES.byModel as Readonly<Record<string, number>>)[model] : undefined
  return { tokens, dollars: isHere ? 0 : price === undefined ? null : (tokens / 1_000_000) * price, asOf: PRICES.asOf }
}
