import { z } from 'zod'
import type { DeviceChange } from './audio/device-change'
import type { DevicePreference } from './audio/device-preference'
import { hintSettings } from './settings/hints'
import { historySettings } from './settings/history'
import { hotkeySettings } from './settings/hotkeys'
import { knowledgeSettings } from './settings/knowledge'
import { lookSettings } from './settings/look'
import { mcpSettings } from './settings/mcp'
import { memorySettings } from './settings/memory'
import { onboardingSettings } from './settings/onboarding'
import { serverSettings } from './settings/servers'
import { soundSettings } from './settings/sound'
import { talkSettings } from './settings/talk'
import { toolSettings } from './settings/tools'

export * from './settings/history'
export * from './settings/hotkeys'
export * from './settings/look'
export * from './settings/onboarding'
export * from './settings/servers'
export * from './settings/talk'
export * from './settings/tools'
export type { DeviceChoice } from './audio/sound-settings'

/** Each feature's part, once: its fields, its defaults and what each page may patch of it. What stands under no page is nobody's but main's. */
const PARTS = [
  onboardingSettings,
  lookSettings,
  hintSettings,
  serverSettings,
  talkSettings,
  soundSettings,
  hotkeySettings,
  historySettings,
  toolSettings,
  memorySettings,
  mcpSettings,
  knowledgeSettings,
] as const

type Part = (typeof PARTS)[number]
/** Not one of them, but all in one. */
type Together<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void ? All : never

const together = <T extends object>(of: (part: Part) => T): Together<T> => Object.assign({}, ...PARTS.map(of)) as Together<T>

export const SettingsSchema = z.object(together((part) => part.fields))

export const PreferencesPatchSchema = z.object(together((part) => part.settingsPage)).partial().strict()

/** What the first steps may change. */
export const FirstStepsPatchSchema = z.object(together((part) => part.firstSteps)).partial().strict()

/** What the history page may change. */
export const HistoryPatchSchema = z.object(together((part) => part.historyPage)).partial().strict()

export type Settings = z.infer<typeof SettingsSchema>
export type PreferencesPatch = z.infer<typeof PreferencesPatchSchema>
export type FirstStepsPatch = z.infer<typeof FirstStepsPatchSchema>

/** Groups are patched by the field, so that two quick changes in one group never undo each other. */
export const SETTINGS_GROUPS = ['microphone', 'speaker', 'vad', 'earconsAt', 'hintsSeen', 'serverProfiles'] as const satisfies readonly (keyof Settings)[]
type Group = (typeof SETTINGS_GROUPS)[number]

/** A field that is there but undefined is not a change. */
type Some<T> = { readonly [K in keyof T]?: T[K] | undefined }
export type SettingsPatch = Some<Omit<Settings, Group>> & { readonly [G in Group]?: GroupPatch<G> | undefined }
type GroupPatch<G extends Group> = Some<Settings[G]> & (Settings[G] extends DevicePreference ? { readonly device?: DeviceChange | undefined } : unknown)

/** `platform` is Node's `process.platform`. */
export const defaultSettings = (platform: string): Settings => together((part) => part.defaults(platform))
