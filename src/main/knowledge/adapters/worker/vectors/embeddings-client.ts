import { isLoopback } from '../../../../../shared/providers/loopback'
import type { EmbedderAccess } from '../../../core/ports'
import { vectorsIn } from '../../../core/embedding-reply'

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
  if (secret !== null && target.protocol !== 'https:' && !isLoopback(target.hostname)) throw new EmbeddingTrouble('The address of the embedding server is not encrypted, so no key is sent to it; use https.', true)
  const response = await fetch(target, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(secret === null ? {} : { authorization: `Bearer ${secret}` }) },
    body: JSON.stringify({ model, input: inputs, encoding_format: 'float', ...(dimensions === null ? {} : { dimensions }) }),
    signal: AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]),
  }).catch((cause: unknown) => {
    throw new EmbeddingTrouble(cause instanceof Error && cause.name === 'TimeoutError' ? 'The embedding server did not answer in time.' : 'The embedding server could not be reached.')
  })
  if (!response.ok) throw refusal(response.status)
  const vectors = vectorsIn(await bodyOf(response), inputs.length, length)
  if (vectors === null) throw new EmbeddingTrouble('The embedding server answered with something that is no list of vectors.')
  return vectors
}

function refusal(status: number): EmbeddingTrouble {
  if (status === 401 || status === 403) return new EmbeddingTrouble('The embedding server refused the key; enter it again in Settings.', true)
  if (status === 404) return new EmbeddingTrouble('The embedding server does not know this address or model; check them in Settings.', true)
  if (status === 429) return new EmbeddingTrouble('The embedding server wants a pause; it goes on by itself.')
  if (status >= 300 && status < 400) return new EmbeddingTrouble('The embedding server points to another address, and your text is not sent there; enter that address in Settings if you trust it.', true)
  return new EmbeddingTrouble(status >= 500 ? 'The embedding server has a fault; it is asked again later.' : `The embedding server refused the text (${String(status)}).`, status < 500)
}

async function bodyOf(response: Response): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of response.body ?? []) {
      size += piece.length
      if (size > MOST_BYTES) throw new EmbeddingTrouble('The embedding server answered with far more than vectors.')
      pieces.push(piece)
    }
    return JSON.parse(Buffer.concat(pieces).toString()) as unknown
  } catch (cause) {
    throw cause instanceof EmbeddingTrouble ? cause : new EmbeddingTrouble('The embedding server broke off its answer, or it is no JSON.')
  }
}
