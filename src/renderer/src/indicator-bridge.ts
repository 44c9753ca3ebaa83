import type { IndicatorApi } from '../../shared/ipc/apis/indicator-api'

declare global {
  interface Window {
    readonly indicator: IndicatorApi
  }
}

/** What the preload put into the indicator's page; everybody else gets it by parameter. */
export const indicator: IndicatorApi = window.indicator
