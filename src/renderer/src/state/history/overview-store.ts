import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import type { HistoryOverview } from '../../../../shared/ipc/history'
import type { Ask } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { coalesced } from './coalesced'

export interface OverviewStore {
  readonly overview: ReadonlyStore<HistoryOverview | null>
  refresh(): Promise<void>
}

/** Counts, keeping, place: what the page shows about the history as a whole. */
export function createOverview(source: Pick<HistoryApi, 'overview'>, ask: Ask): OverviewStore {
  const overview = createStore<HistoryOverview | null>(null)
  return {
    overview,
    refresh: coalesced(async () => {
      const answer = await ask(source.overview())
      if (answer.ok) overview.set(answer.value)
    }),
  }
}
