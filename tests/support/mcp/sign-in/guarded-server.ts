import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { answerOverHttp, listening } from '../over-http'
import type { SignInAuthority } from './authority'

export interface GuardSwitches {
  /** It names this as the place where one signs in to it. */
  readonly authority?: string
  /** It calls itself this. */
  readonly resource?: string
  /** It sends on to this address, with the token. */
  readonly away?: string
}

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'guarded', version: '1' })
  server.registerTool('add', { description: 'Adds.', inputSchema: z.object({ a: z.number(), b: z.number() }) }, ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }))
  return server
})

/** A server of tools that lets nobody in without a token of its authority. */
export async function guardedServer(authority: SignInAuthority, switches: GuardSwitches = {}) {
  let now = switches
  const tokens: string[] = []
  const server = createServer((request, response) => void answer(request, response))
  const origin = await listening(server)
  const url = `${origin}/mcp`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (request.url === '/meta/of-mcp') {
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ resource: now.resource ?? url, authorization_servers: [now.authority ?? authority.origin], scopes_supported: ['tools'] }))
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? null
    if (token !== null) tokens.push(token)
    if (now.away !== undefined && token !== null) return response.writeHead(307, { location: now.away }).end()
    if (token === null || !authority.takes(token)) return response.writeHead(401, { 'www-authenticate': `Bearer resource_metadata="${origin}/meta/of-mcp", scope="tools"` }).end()
    return answerOverHttp(handler, url, request, response)
  }

  return {
    origin,
    url,
    tokens,
    behave: (switches: GuardSwitches) => (now = switches),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
