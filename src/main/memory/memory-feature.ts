import type { Feature } from '../app/feature'
import type { FactRecords } from '../tools/core/built-in/ports'
import { Memory } from './memory'
import { memoryExtension } from './memory-extension'
import { memoryRoutes } from './memory-routes'
import type { MemoryFeatureWorld } from './memory-world'

export interface MemoryFeature extends Feature {
  readonly records: FactRecords
}

/** A first session is told it; but no first talk waits for a database that takes long to open. */
const WAIT_MS = 500

const loaded = (memory: Memory, { timers }: MemoryFeatureWorld): Promise<void> => Promise.race([memory.load(), new Promise<void>((resolve) => timers.after(WAIT_MS, resolve))])

/** What the person asked to keep in mind. */
export function createMemoryFeature(world: MemoryFeatureWorld): MemoryFeature {
  const { settings, isPrivate, listChanged } = world
  const memory = new Memory({ ...world, changed: listChanged, clock: world.wallClock, isOn: () => settings().remembering, failed: world.notify })
  return {
    records: memory,
    extensions: [memoryExtension(memory, isPrivate)],
    settings: [{ part: ['remembering'], changed: listChanged }],
    routes: (door) => memoryRoutes(door, memory, world),
    start: () => loaded(memory, world),
    everythingRemoved: () => memory.forgetAll(),
  }
}
