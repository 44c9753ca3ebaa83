type IdPrefix = 'event' | 'item' | 'resp' | 'call' | 'conv' | 'sess' | 'mcp' | 'mcpr'

/** Mints ids in the API's look (`item_…`). Deterministic: the seed keeps sessions apart, so a stale id never fits a new session. `length`: at least. */
export interface Ids {
  next(prefix: IdPrefix): string
}

export const createIds = (seed: string, length = 0): Ids => {
  const counts = new Map<IdPrefix, number>()
  return {
    next: (prefix) => {
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return `${prefix}_${seed}${String(count).padStart(4, '0')}`.padEnd(length, 'x')
    },
  }
}
