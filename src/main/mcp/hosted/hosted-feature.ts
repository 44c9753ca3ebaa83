import type { Feature } from '../../app/feature'
import { atMost } from '../../platform/at-most'
import type { McpWorld } from '../mcp-world'
import { HostedBook } from './hosted-book'
import { hostedRoutes } from './hosted-routes'
import { HostedSource } from './hosted-source'

/** A first session is told of them; but no first talk waits for a keychain that asks the person first. */
const WAIT_MS = 500

/** Servers of tools that the voice server itself is connected to: what it is told of them, and what is heard of them. */
export function createHosted(world: McpWorld, isTaken: (name: string) => boolean) {
  const book = new HostedBook(world)
  const source = new HostedSource(book, isTaken, () => world.push('settings', 'mcp:changed', null))
  const { settings } = world
  return {
    source,
    extension: {
      name: 'hosted servers',
      configure: () => ({ tools: settings().toolChoice === 'all' ? source.told() : [] }),
      heard: (fact) => source.heard(fact),
    },
    settings: { part: ['hostedServers', 'endpoint'], changed: () => source.evaluate() },
    routes: (door) => hostedRoutes(door, book, source),
    start: () => atMost(book.load().then(() => source.evaluate()), WAIT_MS, world.timers),
  } satisfies { readonly source: HostedSource; readonly extension: NonNullable<Feature['extensions']>[number]; readonly settings: NonNullable<Feature['settings']>[number]; readonly routes: Feature['routes']; readonly start: () => Promise<void> }
}
