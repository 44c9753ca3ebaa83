import type { IndicatorView } from '../../../../shared/ipc/windows'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'
import { createStore, type ReadonlyStore } from '../../store/store'

/** Null until main has answered. */
export type IndicatorStore = ReadonlyStore<IndicatorView | null>

export function createIndicatorStore(source: Pick<IndicatorApi, 'getView' | 'onView'>): IndicatorStore {
  const view = createStore<IndicatorView | null>(null)
  source.onView(view.set)
  void source.getView().then((answer) => answer.ok && view.get() === null && view.set(answer.value))
  return view
}
