import { z } from 'zod'
import { MAX_ADDRESS_CHARS, MAX_HOST_CHARS } from './servers'

const MAX_PATH_CHARS = 4_096
export const MOST_FOLDERS = 32

/** An address without a login, a key or anything else in it. */
const isPlace = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { hostname, username, password, search, hash } = new URL(address)
  return hostname.length <= MAX_HOST_CHARS && [username, password, search, hash].every((part) => part === '')
}

/** A server of `/v1/embeddings`, by the address that stands before `/embeddings`. */
export const EmbedderSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(MAX_ADDRESS_CHARS).refine(isPlace),
  model: z.string().trim().min(1).max(200),
  dimensions: z.number().int().min(8).max(8_192).nullable(),
  queryPrefix: z.string().max(200),
  passagePrefix: z.string().max(200),
})

/** Every one of these opens a way in or out, so main alone writes them: folders come from the system's dialog. */
const fields = {
  knowledgeFolders: z.array(z.object({ id: z.string().min(1).max(64), path: z.string().min(1).max(MAX_PATH_CHARS) })).max(MOST_FOLDERS),
  /** Nothing is read while it is; what was read is found. */
  knowledgePaused: z.boolean(),
  /** Null: words only, and nothing leaves this computer. */
  embedder: EmbedderSchema.nullable(),
  /** The embedder that the person said yes to, as JSON: one that only the file names gets nothing. */
  confirmedEmbedder: z.string().max(8_192).nullable(),
}

export const knowledgeSettings = { fields, settingsPage: {}, firstSteps: {}, historyPage: {}, defaults: () => ({ knowledgeFolders: [], knowledgePaused: false, embedder: null, confirmedEmbedder: null }) }
