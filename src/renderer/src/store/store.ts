/** A value that can be watched: what `useSyncExternalStore` wants, and no more. */
export interface ReadonlyStore<T> {
  get(): T
  /** The answer ends it. */
  subscribe(listener: () => void): () => void
}

export interface Store<T> extends ReadonlyStore<T> {
  set(next: T): void
  update(change: (now: T) => T): void
}

/** Listeners are told when the value is another one; `isSame` says what counts as that. */
export function createStore<T>(initial: T, isSame: (one: T, other: T) => boolean = Object.is): Store<T> {
  const listeners = new Set<() => void>()
  let value = initial
  const set = (next: T) => {
    if (isSame(next, value)) return
    value = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
