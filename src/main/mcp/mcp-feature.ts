import type { Feature } from '../app/feature'
import type { McpServers } from './core/ports'
import { McpSource } from './mcp-source'
import type { McpWorld } from './mcp-world'
import { Servers } from './servers'
import { createServerSetup } from './setup/server-setup'

export interface McpFeature extends Feature {
  readonly servers: McpServers
}

/** Servers of the Model Context Protocol, how a person sets them up, and what the model may call of them. Nothing runs while none is on. */
export function createMcpFeature(world: McpWorld): McpFeature {
  const setup = createServerSetup(world, world)
  const servers = new Servers(world, setup.secrets)
  const { start, stop, settings, ...shown } = setup.join(servers)
  return {
    ...shown,
    servers,
    toolSources: [new McpSource(servers)],
    settings: [{ part: ['mcpServers', 'mcpConfirmed', 'mcpTools'], changed: () => servers.evaluate() }, ...settings],
    start: () => {
      servers.start()
      start()
    },
    stop: () => Promise.all([servers.stop(), stop()]),
  }
}
