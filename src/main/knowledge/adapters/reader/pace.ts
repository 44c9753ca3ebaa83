import type { Pace } from './reader'

/** Wakes by itself, too: a message that was missed must not hold anything for ever. */
const LOOK_MS = 500

/** `gate`: not 0 while everything stands still. Time that is held does not count. */
export function createPace(gate: Int32Array, limitMs: number): Pace {
  let end = performance.now() + limitMs
  return {
    wait: () => {
      const since = performance.now()
      while (Atomics.load(gate, 0) !== 0) Atomics.wait(gate, 0, 1, LOOK_MS)
      end += performance.now() - since
    },
    get late() {
      return performance.now() > end
    },
  }
}
