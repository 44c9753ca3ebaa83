import { onTestFinished } from 'vitest'
import { type EmbeddingServer, type Served, serveEmbeddings } from './served-embeddings'

export type { EmbeddingServer, Fault } from './served-embeddings'

/** Gone when the test is over. */
export async function embeddingServer(served: Served = {}): Promise<EmbeddingServer> {
  const server = await serveEmbeddings(served)
  onTestFinished(server.stop)
  return server
}
