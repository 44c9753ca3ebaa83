import type { IndicatorView } from '../../../shared/ipc/contract'
import type { IndicatorApi } from '../../../shared/ipc/indicator-api'

export interface IndicatorStore {
  /** Null until main has answered. */
  get(): IndicatorView | null
  subscribe(listener: () => void): () => void
}

export function createIndicatorStore(source: Pick<IndicatorApi, 'getView' | 'onView'>): IndicatorStore {
  let view: IndicatorView | null = null
  const listeners = new Set<() => void>()
  const set = (next: IndicatorView) => {
    view = next
    listeners.forEach((listener) => listener())
  }
  source.onView(set)
  void source.getView().then((answer) => answer.ok && view === null && set(answer.value))
  return {
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
