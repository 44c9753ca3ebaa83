import { SETTINGS_SECTIONS } from '../../src/shared/ipc/contract'
import { settingsPage } from '../e2e/support/settings-page'
import type { Scene } from './stage'

export const SETTINGS_SCENES: readonly Scene[] = SETTINGS_SECTIONS.map((section) => ({
  name: `settings-${section}`,
  prepare: ({ app }) => settingsPage(app, section),
}))
