import { changedDevices, type DeviceChange } from '../../../shared/audio/device-change'
import type { DevicePreference } from '../../../shared/audio/device-preference'
import { sameJson } from '../../../shared/same-json'
import { type Settings, SETTINGS_GROUPS, type SettingsPatch } from '../../../shared/settings'

type Fields = Readonly<Record<string, unknown>>

const present = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const differing = (before: Fields, after: Fields): Fields => Object.fromEntries(Object.entries(after).filter(([field, value]) => !sameJson(value, before[field])))

const hasDevices = (group: Fields | DevicePreference): group is DevicePreference => 'preferred' in group

/** What is done to a list is done to it as it is now. */
function groupPatched(before: Fields | DevicePreference, { device, ...patch }: Fields & { readonly device?: DeviceChange | undefined }): Fields {
  const devices = device !== undefined && hasDevices(before) ? changedDevices(before, device) : {}
  return { ...before, ...devices, ...present(patch) }
}

/** The settings with what the patch says; of a group only the fields that are in it. */
export function patched(settings: Settings, patch: SettingsPatch): Settings {
  const groups = SETTINGS_GROUPS.flatMap((group) => (patch[group] === undefined ? [] : [[group, groupPatched(settings[group], patch[group])]]))
  return { ...settings, ...present(patch), ...Object.fromEntries(groups) }
}

/** What is different now, as a patch. */
export function changesBetween(before: Settings, after: Settings): SettingsPatch {
  const groups = SETTINGS_GROUPS.map((group) => [group, differing({ ...before[group] }, { ...after[group] })] as const).filter(([, fields]) => Object.keys(fields).length > 0)
  const rest = Object.entries(differing({ ...before }, { ...after })).filter(([field]) => !SETTINGS_GROUPS.some((group) => group === field))
  return Object.fromEntries([...rest, ...groups])
}
