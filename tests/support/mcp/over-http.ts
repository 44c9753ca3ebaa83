import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { createMcpHandler } from '@modelcontextprotocol/server'

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Its origin, as soon as it listens. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${String(portOf(server))}`
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += String(piece)
  return body
}

/** A server of the SDK answers a request that came to a server of Node. `url`: its own address. */
export async function answerOverHttp(handler: ReturnType<typeof createMcpHandler>, url: string, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const body = await bodyOf(request)
  const answered = await handler.fetch(new Request(url, { method: request.method ?? 'POST', headers: request.headers as Record<string, string>, ...(body === '' ? {} : { body }) }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  return answered.body === null ? response.end() : Readable.fromWeb(answered.body as ReadableStream).pipe(response)
}
