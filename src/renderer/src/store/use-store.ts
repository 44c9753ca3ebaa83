import { useSyncExternalStore } from 'react'
import type { ReadonlyStore } from './store'

export const useStore = <T>(store: ReadonlyStore<T>): T => useSyncExternalStore(store.subscribe, store.get)
