/** Late events come within a second; no session sends this many items in one. */
const MOST = 64

/** Keeps the newest entries of a map, and lets go of the oldest. */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}
