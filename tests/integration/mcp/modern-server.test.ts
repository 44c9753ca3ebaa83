import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { talkedProcess } from '../../support/mcp/talked-process'

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'modern', version: '1' })
  server.registerTool('add', { description: 'Adds.', inputSchema: z.object({ a: z.number(), b: z.number() }) }, ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }))
  return server
})

/** What came with each request. */
const seen: (string | undefined)[] = []
const elsewhere: string[] = []

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += String(piece)
  return body
}

const other = createServer((request, response) => {
  elsewhere.push(String(request.headers['x-key']))
  response.writeHead(500).end()
})

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  seen.push(request.headers['x-key'] as string | undefined)
  if (request.url === '/away') return response.writeHead(307, { location: `http://127.0.0.1:${String(portOf(other))}/mcp` }).end()
  const body = await bodyOf(request)
  const answered = await handler.fetch(new Request(`http://127.0.0.1${request.url ?? ''}`, { method: request.method ?? 'POST', headers: request.headers as Record<string, string>, ...(body === '' ? {} : { body }) }))
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  return answered.body === null ? response.end() : Readable.fromWeb(answered.body as ReadableStream).pipe(response)
}

const http = createServer((request, response) => void answer(request, response))

let process_: ReturnType<typeof talkedProcess>
beforeAll(async () => {
  http.listen(0, '127.0.0.1')
  other.listen(0, '127.0.0.1')
  await Promise.all([once(http, 'listening'), once(other, 'listening')])
  process_ = talkedProcess()
})
afterAll(async () => {
  await process_.end()
  for (const each of [http, other]) {
    each.closeAllConnections()
    each.close()
  }
})

test('a server of the newer protocol is spoken to as one, with its header', async () => {
  process_.connect('modern', { kind: 'http', url: `http://127.0.0.1:${String(portOf(http))}/mcp`, headers: { 'X-Key': 'secret' } })
  expect(await process_.hear('ready')).toMatchObject({ era: 'modern' })
  expect((await process_.tools('modern')).map(({ name }) => name)).toEqual(['add'])
  expect(await process_.result(process_.startCall('modern', 'add', { a: 1, b: 2 }))).toMatchObject({ kind: 'done', text: '3' })
  expect(new Set(seen)).toEqual(new Set(['secret']))
})

test('who leads to another place is not followed, and the header does not go there', async () => {
  process_.connect('away', { kind: 'http', url: `http://127.0.0.1:${String(portOf(http))}/away`, headers: { 'X-Key': 'secret' } })
  await process_.hear('gone', ({ server }) => server === 'away')
  expect(elsewhere).toEqual([])
})
