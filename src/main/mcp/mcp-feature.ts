import type { Feature } from '../app/feature'
import { createHosted } from './hosted/hosted-feature'
import type { McpServers } from './core/ports'
import { McpSource } from './mcp-source'
import { ResultImages } from './result-images'
import type { McpWorld } from './mcp-world'
import { Servers } from './servers'
import { createServerSetup } from './setup/server-setup'
import { isTakenBy } from './taken-names'

export interface McpFeature extends Feature {
  readonly servers: McpServers
}

/** Servers of the Model Context Protocol, how a person sets them up, and what the model may call of them. Nothing runs while none is on. */
export function createMcpFeature(world: McpWorld): McpFeature {
  const setup = createServerSetup(world, world)
  const servers = new Servers(world, setup.secrets)
  const { start, stop, settings, routes, ...shown } = setup.join(servers)
  const images = new ResultImages(world)
  const local = new McpSource(servers, images)
  const hosted = createHosted(world, isTakenBy([local, ...world.others]))
  return {
    ...shown,
    servers,
    toolSources: [local, hosted.source],
    extensions: [hosted.extension],
    routes: (door, showPanel) => {
      routes?.(door, showPanel)
      hosted.routes(door)
      door.on('image:scaled', (id, bytes) => images.scaled(id, bytes))
    },
    pageClosed: (page) => {
      if (page === 'panel') images.pageClosed()
    },
    settings: [{ part: ['mcpServers', 'mcpConfirmed', 'mcpTools'], changed: () => servers.evaluate() }, hosted.settings, ...settings],
    start: () => {
      servers.start()
      start()
      return hosted.start()
    },
    stop: () => Promise.all([servers.stop(), stop()]),
  }
}
