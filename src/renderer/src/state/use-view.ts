import { useSyncExternalStore } from 'react'
import type { PageState, ViewStore } from './view-store'

export const useView = (store: ViewStore): PageState => useSyncExternalStore(store.subscribe, store.get)
