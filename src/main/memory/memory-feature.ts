import type { Feature } from '../app/feature'
import { atMost } from '../platform/at-most'
import { Memory } from './memory'
import { memoryExtension } from './memory-extension'
import { memoryRoutes } from './memory-routes'
import { memoryTools } from './memory-tools'
import type { MemoryFeatureWorld } from './memory-world'

/** A first session is told it; but no first talk waits for a database that takes long to open. */
const WAIT_MS = 500

/** What the person asked to keep in mind. */
export function createMemoryFeature(world: MemoryFeatureWorld): Feature {
  const { settings, conversation } = world
  const listChanged = () => world.push('history', 'history:changed', { conversation: null, what: 'facts' })
  const memory = new Memory({ ...world, changed: listChanged, clock: world.wallClock, isOn: () => settings().remembering, failed: world.notify })
  return {
    extensions: [memoryExtension(memory, () => conversation().private)],
    toolSources: [memoryTools({ facts: memory, clock: world.wallClock })],
    settings: [{ part: ['remembering'], changed: listChanged }],
    routes: (door) => memoryRoutes(door, memory, world),
    start: () => atMost(memory.load(), WAIT_MS, world.timers),
    everythingRemoved: () => memory.forgetAll(),
  }
}
