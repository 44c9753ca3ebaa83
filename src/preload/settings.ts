import type { FirstStepsApi, PanelSettingsApi, PreferencesApi } from '../shared/ipc/settings'
import { ask, follow } from './wire'

export const firstSteps: FirstStepsApi = {
  updateSettings: (patch) => ask('first-steps:update', patch),
}

export const panelSettings: PanelSettingsApi = {
  changeSettings: (patch) => ask('panel:update', patch),
}

export const settings: PreferencesApi = {
  getState: () => ask('settings:get'),
  updateSettings: (patch) => ask('settings:update', patch),
  onSection: (listener) => follow('settings:section', listener),
}
