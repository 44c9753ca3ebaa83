import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** How it answers; `hold` never does. */
export type Fault = 'none' | 'wrong-length' | 'one-too-few' | 'not-a-number' | 'zeros' | 'words' | 'no-json' | 'broken-off' | 'huge' | 'failing' | 'refusing' | 'redirecting' | 'no-lengths' | 'hold' | 'late'

interface Asked {
  readonly authorization: string | null
  readonly input: readonly string[]
  readonly dimensions: number | null
}

export interface EmbeddingServer {
  readonly url: string
  readonly port: number
  readonly asked: Asked[]
  fault: Fault
}

const LENGTH = 64

/** Words and their beginnings, each into one place of the vector: alike where the words are. */
export function hashed(text: string, length: number = LENGTH): readonly number[] {
  const vector = Array.from({ length }, () => 0)
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    for (const piece of [word, word.slice(0, 4)]) {
      const place = [...piece].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 4_294_967_291, 7)
      vector[place % length] = (vector[place % length] ?? 0) + 1
    }
  }
  return vector.some((value) => value !== 0) ? vector : [1, ...vector.slice(1)]
}

export interface ServedEmbeddings extends EmbeddingServer {
  readonly stop: () => void
}

export interface Served {
  /** The name in its address; only this computer reaches it where there is none. */
  readonly host?: string
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** A server of `/v1/embeddings` on this computer. */
export async function serveEmbeddings({ host = '127.0.0.1', tls }: Served = {}): Promise<ServedEmbeddings> {
  const state: { fault: Fault; readonly asked: Asked[] } = { fault: 'none', asked: [] }
  const heard = (request: IncomingMessage, response: ServerResponse) => void answer(state, request, response)
  const server = tls === undefined ? createServer(heard) : createSecureServer(tls, heard)
  await new Promise<void>((resolve) => server.listen(0, host === '127.0.0.1' ? host : '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return Object.assign(state, { url: `${tls === undefined ? 'http' : 'https'}://${host}:${String(port)}/v1`, port, stop })
}

async function answer(state: { readonly fault: Fault; readonly asked: Asked[] }, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
  const body = JSON.parse(Buffer.concat(pieces).toString()) as { readonly input: readonly string[]; readonly dimensions?: number }
  state.asked.push({ authorization: request.headers.authorization ?? null, input: body.input, dimensions: body.dimensions ?? null })
  if (request.url !== '/v1/embeddings') return void response.writeHead(404).end()
  if (state.fault === 'late') await new Promise((resolve) => setTimeout(resolve, 900))
  reply(state.fault, body, response)
}

function reply(fault: Fault, { input, dimensions }: { readonly input: readonly string[]; readonly dimensions?: number }, response: ServerResponse): void {
  if (fault === 'hold') return
  if (fault === 'failing') return void response.writeHead(503).end()
  if (fault === 'refusing') return void response.writeHead(401).end()
  if (fault === 'redirecting') return void response.writeHead(307, { location: 'http://127.0.0.1:9/v1/embeddings' }).end()
  if (fault === 'no-lengths' && dimensions !== undefined) return void response.writeHead(400).end()
  const items = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorFor(fault, text, index) })).toReversed()
  const whole = JSON.stringify({ object: 'list', data: fault === 'one-too-few' ? items.slice(1) : items })
  if (fault === 'huge') return void response.end('['.repeat(40_000_000))
  if (fault === 'no-json') return void response.end('<html>')
  if (fault !== 'broken-off') return void response.end(whole)
  response.writeHead(200, { 'content-length': String(whole.length) })
  response.write(whole.slice(0, whole.length / 2))
  setTimeout(() => response.destroy(), 50)
}

function vectorFor(fault: Fault, text: string, index: number): unknown {
  if (fault === 'wrong-length') return hashed(text, index === 0 ? LENGTH : LENGTH + 1)
  if (fault === 'not-a-number') return hashed(text).map((value, place) => (place === 3 ? null : value))
  if (fault === 'zeros') return hashed(text).map(() => 0)
  return fault === 'words' ? 'AAAAAA==' : hashed(text)
}
