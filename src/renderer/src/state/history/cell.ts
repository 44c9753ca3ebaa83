/** A value that can be watched: what `useSyncExternalStore` wants, and no more. */
export interface Watched<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export interface Cell<T> extends Watched<T> {
  set(next: T): void
}

export function cell<T>(initial: T): Cell<T> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
