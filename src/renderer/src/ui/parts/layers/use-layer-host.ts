import { useSyncExternalStore } from 'react'

const nothingToFollow = () => () => undefined

/** Where what floats over the page is put: into its landmark, so that nothing of the page stands outside of one. */
export const useLayerHost = (): HTMLElement | null => useSyncExternalStore(nothingToFollow, () => document.querySelector('main'))
