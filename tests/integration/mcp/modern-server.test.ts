import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { answerOverHttp, listening } from '../../support/mcp/over-http'
import { talkedProcess } from '../../support/mcp/talked-process'

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'modern', version: '1' })
  server.registerTool('add', { description: 'Adds.', inputSchema: z.object({ a: z.number(), b: z.number() }) }, ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }))
  return server
})

let [origin, elsewhereOrigin] = ['', '']
/** What came with each request. */
const seen: (string | undefined)[] = []
const elsewhere: string[] = []

const other = createServer((request, response) => {
  elsewhere.push(String(request.headers['x-key']))
  response.writeHead(500).end()
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  seen.push(request.headers['x-key'] as string | undefined)
  if (request.url === '/away') return response.writeHead(307, { location: `${elsewhereOrigin}/mcp` }).end()
  return answerOverHttp(handler, `${origin}/mcp`, request, response)
}

const http = createServer((request, response) => void answer(request, response))

let process_: ReturnType<typeof talkedProcess>
beforeAll(async () => {
  origin = await listening(http)
  elsewhereOrigin = await listening(other)
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
  process_.connect('modern', { kind: 'http', url: `${origin}/mcp`, headers: { 'X-Key': 'secret' } })
  expect(await process_.hear('ready')).toMatchObject({ era: 'modern' })
  expect((await process_.tools('modern')).map(({ name }) => name)).toEqual(['add'])
  expect(await process_.result(process_.startCall('modern', 'add', { a: 1, b: 2 }))).toMatchObject({ kind: 'done', text: '3' })
  expect(new Set(seen)).toEqual(new Set(['secret']))
})

test('who leads to another place is not followed, and the header does not go there', async () => {
  process_.connect('away', { kind: 'http', url: `${origin}/away`, headers: { 'X-Key': 'secret' } })
  await process_.hear('gone', ({ server }) => server === 'away')
  expect(elsewhere).toEqual([])
})
