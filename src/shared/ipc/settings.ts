import { z } from 'zod'
import { type FirstStepsPatch, FirstStepsPatchSchema, type PreferencesPatch, PreferencesPatchSchema, type Settings } from '../settings'
import { type PanelPatch, PanelPatchSchema } from '../settings/panel'
import type { DeviceLists } from '../audio/sound-settings'
import type { AssistantView } from '../view'
import { type Answered, channel, type Unsubscribe } from './channel'

/** Places in the settings window. */
export const SETTINGS_SECTIONS = ['general', 'assistant', 'voice', 'audio', 'shortcuts', 'hands-free', 'tools', 'servers', 'knowledge', 'connection', 'privacy'] as const
export const SettingsSectionSchema = z.enum(SETTINGS_SECTIONS)

export const SettingsAsks = {
  'settings:get': channel(z.tuple([]), 'settings'),
  'settings:update': channel(z.tuple([PreferencesPatchSchema]), 'settings'),
  'first-steps:update': channel(z.tuple([FirstStepsPatchSchema]), 'first-steps'),
  'panel:update': channel(z.tuple([PanelPatchSchema]), 'panel'),
} as const

export interface SettingsAnswers {
  'settings:get': SettingsPageState
  'settings:update': Settings
  'first-steps:update': Settings
  'panel:update': Settings
}

export interface SettingsPushes {
  'settings:section': SettingsSection
}

/** What the settings page needs when it opens. */
export interface SettingsPageState {
  readonly view: AssistantView
  readonly devices: DeviceLists
  readonly section: SettingsSection
}

export interface FirstStepsApi {
  updateSettings(patch: FirstStepsPatch): Answered<Settings>
}

export interface PanelSettingsApi {
  changeSettings(patch: PanelPatch): Answered<Settings>
}

export interface PreferencesApi {
  getState(): Answered<SettingsPageState>
  updateSettings(patch: PreferencesPatch): Answered<Settings>
  onSection(listener: (section: SettingsSection) => void): Unsubscribe
}

export type SettingsSection = z.infer<typeof SettingsSectionSchema>
