import type { Feature } from '../app/feature'
import type { McpServers } from './core/ports'
import { McpSource } from './mcp-source'
import type { McpWorld } from './mcp-world'
import { Servers } from './servers'
import { ServerBook } from './setup/server-book'

export interface McpFeature extends Feature {
  readonly servers: McpServers
}

/** Servers of the Model Context Protocol, and what the model may call of them. Nothing runs while none is on. */
export function createMcpFeature(world: McpWorld): McpFeature {
  const book = new ServerBook({ ...world, ask: world.confirmPatiently, vault: world.secrets('mcp') })
  const servers = new Servers(world, book)
  return {
    servers,
    toolSources: [new McpSource(servers)],
    settings: [{ part: ['mcpServers', 'mcpConfirmed', 'mcpTools'], changed: () => servers.evaluate() }],
    start: () => servers.start(),
    stop: () => servers.stop(),
  }
}
