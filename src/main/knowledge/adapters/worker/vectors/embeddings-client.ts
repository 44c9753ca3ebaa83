import { isLoopback } from '../../../../../shared/providers/loopback'
import type { EmbedderAccess } from '../../../core/ports'
import { vectorsIn } from '../../../core/embedding-reply'
import { say } from '../../../../../shared/words/say'

/** Why there are no vectors: one plain sentence for the person. `final`: the same again will not work. */
export class EmbeddingTrouble extends Error {
  constructor(
    readonly sentence: string,
    readonly isFinal = false,
  ) {
    super(sentence)
  }
}

/** A number of 3,072 with its comma, 128 of them, twice over. */
const MOST_BYTES = 32_000_000

export interface EmbeddingAsk {
  readonly inputs: readonly string[]
  /** Of the vectors that are there; null: none is. */
  readonly length: number | null
  readonly dimensions: number | null
  readonly limitMs: number
  readonly signal: AbortSignal | undefined
}

/** One request of `/v1/embeddings`. No redirect is followed: text and key are for this server only. */
export async function askEmbeddings({ url, model, secret }: EmbedderAccess, { inputs, length, dimensions, limitMs, signal }: EmbeddingAsk): Promise<readonly Int8Array[]> {
  const target = new URL(`${url.replace(/\/+$/u, '')}/embeddings`)
  if (secret !== null && target.protocol !== 'https:' && !isLoopback(target.hostname)) throw new EmbeddingTrouble(say('folders.meaning-key-exposed'), true)
  const response = await fetch(target, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(secret === null ? {} : { authorization: `Bearer ${secret}` }) },
    body: JSON.stringify({ model, input: inputs, encoding_format: 'float', ...(dimensions === null ? {} : { dimensions }) }),
    signal: AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]),
  }).catch((cause: unknown) => {
    throw new EmbeddingTrouble(cause instanceof Error && cause.name === 'TimeoutError' ? say('folders.meaning-timeout') : say('folders.meaning-unreachable'))
  })
  if (!response.ok) throw refusal(response.status)
  const vectors = vectorsIn(await bodyOf(response), inputs.length, length)
  if (vectors === null) throw new EmbeddingTrouble(say('folders.meaning-no-vectors'))
  return vectors
}

function refusal(status: number): EmbeddingTrouble {
  if (status === 401 || status === 403) return new EmbeddingTrouble(say('folders.meaning-key'), true)
  if (status === 404) return new EmbeddingTrouble(say('folders.meaning-not-found'), true)
  if (status === 429) return new EmbeddingTrouble(say('folders.meaning-busy'))
  if (status >= 300 && status < 400) return new EmbeddingTrouble(say('folders.meaning-elsewhere'), true)
  return new EmbeddingTrouble(status >= 500 ? say('folders.meaning-fault') : say('folders.meaning-refused', { status: String(status) }), status < 500)
}

async function bodyOf(response: Response): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of response.body ?? []) {
      size += piece.length
      if (size > MOST_BYTES) throw new EmbeddingTrouble(say('folders.meaning-flood'))
      pieces.push(piece)
    }
    return JSON.parse(Buffer.concat(pieces).toString()) as unknown
  } catch (cause) {
    throw cause instanceof EmbeddingTrouble ? cause : new EmbeddingTrouble(say('folders.meaning-cut'))
  }
}
