import { setImmediate } from 'node:timers/promises'

/** Long work is done in slices of this many milliseconds; between them the calls that came meanwhile are answered. */
const SLICE_MS = 8

/** Ask it often: it answers at once until a slice is over. */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await setImmediate()
    since = performance.now()
  }
}
