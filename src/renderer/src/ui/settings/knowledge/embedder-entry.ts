import type { Embedder } from '../../../../../shared/knowledge/passages'
import { err, ok, type Result } from '../../../../../shared/result'
import { EmbedderSchema } from '../../../../../shared/settings/knowledge'
import { say } from '../../../../../shared/words/say'

export const OFF = 'off'

/** Servers that speak `/v1/embeddings`, where they usually are. */
export const EMBEDDERS = [
  { value: 'openai', words: 'common.open-ai', url: 'https://api.openai.com/v1', model: 'text-embedding-3-small', dimensions: '512' },
  { value: 'ollama', words: 'knowledge.ollama', url: 'http://127.0.0.1:11434/v1', model: 'nomic-embed-text', dimensions: '' },
  { value: 'lm-studio', words: 'knowledge.lm-studio', url: 'http://127.0.0.1:1234/v1', model: 'text-embedding-nomic-embed-text-v1.5', dimensions: '' },
  { value: 'localai', words: 'knowledge.local-ai', url: 'http://127.0.0.1:8080/v1', model: 'bert-embeddings', dimensions: '' },
  { value: 'custom', words: 'knowledge.other-server', url: '', model: '', dimensions: '' },
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

const FAULTS = new Map<unknown, 'knowledge.wrong-address' | 'settings.needs-model' | 'knowledge.wrong-dimensions'>([
  ['url', 'knowledge.wrong-address'],
  ['model', 'settings.needs-model'],
  ['dimensions', 'knowledge.wrong-dimensions'],
])

export function readEntry({ url, dimensions, ...rest }: EmbedderEntry): Result<Embedder, string> {
  const read = EmbedderSchema.safeParse({ ...rest, url: url.trim().replace(/\/+$/u, ''), dimensions: dimensions.trim() === '' ? null : Number(dimensions) })
  if (read.success) return ok(read.data)
  return err(say(FAULTS.get(read.error.issues[0]?.path[0]) ?? 'knowledge.too-long'))
}
