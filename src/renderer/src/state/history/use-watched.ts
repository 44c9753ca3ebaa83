import { useSyncExternalStore } from 'react'
import type { Watched } from './cell'

export const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.subscribe, watched.get)
