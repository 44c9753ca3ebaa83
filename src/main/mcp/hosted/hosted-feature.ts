import type { Feature } from '../../app/feature'
import { hostedDefinition } from '../core/hosted/hosted-entry'
import type { McpWorld } from '../mcp-world'
import { HostedBook } from './hosted-book'
import { hostedRoutes } from './hosted-routes'
import { HostedSource } from './hosted-source'

/** Servers of tools that the voice server itself is connected to: what it is told of them, and what is heard of them. */
export function createHosted(world: McpWorld, isTaken: (name: string) => boolean) {
  const book = new HostedBook(world)
  const source = new HostedSource(book, isTaken, () => world.push('settings', 'mcp:changed', null))
  const { settings } = world
  return {
    source,
    extension: {
      name: 'hosted servers',
      configure: () => ({ tools: settings().toolChoice === 'all' ? book.usable.map((server) => hostedDefinition(server, book.keyOf(server))) : [] }),
      heard: (fact) => source.heard(fact),
    },
    settings: { part: ['hostedServers', 'endpoint'], changed: () => source.evaluate() },
    routes: (door) => hostedRoutes(door, book, source),
    start: () => book.load().then(() => source.evaluate()),
  } satisfies { readonly source: HostedSource; readonly extension: NonNullable<Feature['extensions']>[number]; readonly settings: NonNullable<Feature['settings']>[number]; readonly routes: Feature['routes']; readonly start: () => Promise<void> }
}
