import type { Embedder } from '../../../../../shared/knowledge/passages'
import { err, ok, type Result } from '../../../../../shared/result'
import { EmbedderSchema } from '../../../../../shared/settings/knowledge'

export const OFF = 'off'

/** Servers that speak `/v1/embeddings`, where they usually are. */
export const EMBEDDERS = [
  { value: 'openai', words: 'OpenAI', url: 'https://api.openai.com/v1', model: 'text-embedding-3-small', dimensions: '512' },
  { value: 'ollama', words: 'Ollama, on this computer', url: 'http://127.0.0.1:11434/v1', model: 'nomic-embed-text', dimensions: '' },
  { value: 'lm-studio', words: 'LM Studio, on this computer', url: 'http://127.0.0.1:1234/v1', model: 'text-embedding-nomic-embed-text-v1.5', dimensions: '' },
  { value: 'localai', words: 'LocalAI, on this computer', url: 'http://127.0.0.1:8080/v1', model: 'bert-embeddings', dimensions: '' },
  { value: 'custom', words: 'Another server…', url: '', model: '', dimensions: '' },
] as const

export type EmbedderKind = (typeof EMBEDDERS)[number]['value'] | typeof OFF

/** As it stands in the fields. */
export interface EmbedderEntry {
  readonly url: string
  readonly model: string
  readonly dimensions: string
  readonly queryPrefix: string
  readonly passagePrefix: string
}

export const kindOfEmbedder = (embedder: Embedder | null): EmbedderKind => (embedder === null ? OFF : (EMBEDDERS.find(({ url }) => url === embedder.url)?.value ?? 'custom'))

/** Nomic's models are told apart by these words (https://huggingface.co/nomic-ai/nomic-embed-text-v1.5). */
const prefixesFor = (model: string) => (model.includes('nomic') ? { queryPrefix: 'search_query: ', passagePrefix: 'search_document: ' } : { queryPrefix: '', passagePrefix: '' })

/** What is in use, or what is usual there. */
export function entryOf(kind: EmbedderKind, inUse: Embedder | null): EmbedderEntry {
  if (inUse !== null && kindOfEmbedder(inUse) === kind) return { ...inUse, dimensions: inUse.dimensions === null ? '' : String(inUse.dimensions) }
  const { url, model, dimensions } = EMBEDDERS.find(({ value }) => value === kind) ?? { url: '', model: '', dimensions: '' }
  return { url, model, dimensions, ...prefixesFor(model) }
}

const FAULTS: Readonly<Record<string, string>> = {
  url: 'Enter the whole address, such as https://example.com/v1, without a name, password or key in it.',
  model: 'Enter the name of a model.',
  dimensions: 'Dimensions are a whole number from 64 to 4,096, or nothing.',
}

export function readEntry({ url, dimensions, ...rest }: EmbedderEntry): Result<Embedder, string> {
  const read = EmbedderSchema.safeParse({ ...rest, url: url.trim().replace(/\/+$/u, ''), dimensions: dimensions.trim() === '' ? null : Number(dimensions) })
  if (read.success) return ok(read.data)
  return err(FAULTS[String(read.error.issues[0]?.path[0])] ?? 'This is longer than Parley takes; make it shorter.')
}
