import type { SettingsApi } from '../../shared/ipc/apis/settings-api'

declare global {
  interface Window {
    readonly preferences: SettingsApi
  }
}

/** What the preload put into the settings page; everybody else gets it by parameter. */
export const preferences: SettingsApi = window.preferences
