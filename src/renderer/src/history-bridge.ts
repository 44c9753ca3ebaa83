import type { HistoryApi } from '../../shared/ipc/apis/history-api'

declare global {
  interface Window {
    readonly records: HistoryApi
  }
}

/** What the preload put into the history page; everybody else gets it by parameter. */
export const records: HistoryApi = window.records
