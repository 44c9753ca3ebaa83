import type { DeviceChoice, DevicePreference } from '../../../../../shared/sound-settings'

const isSame = (one: DeviceChoice, other: DeviceChoice): boolean => one.id === other.id || (one.label !== '' && one.label === other.label)

/** A new choice comes first; the earlier ones stay behind it, for when it is not there. */
export const withFirst = <P extends DevicePreference>(preference: P, { id, label }: DeviceChoice): P => ({
  ...preference,
  followSystem: false,
  preferred: [{ id, label }, ...preference.preferred.filter((each) => !isSame(each, { id, label }))].slice(0, 16),
})

/** The list stays, for another day. */
export const followingSystem = <P extends DevicePreference>(preference: P): P => ({ ...preference, followSystem: true })

export const moved = <P extends DevicePreference>(preference: P, from: number, by: -1 | 1): P => {
  const rest = preference.preferred.filter((_, at) => at !== from)
  const taken = preference.preferred.slice(from, from + 1)
  return { ...preference, preferred: [...rest.slice(0, from + by), ...taken, ...rest.slice(from + by)] }
}

/** Without anything preferred there is only the system to follow. */
export const without = <P extends DevicePreference>(preference: P, at: number): P => {
  const preferred = preference.preferred.filter((_, index) => index !== at)
  return { ...preference, preferred, followSystem: preferred.length === 0 }
}

/** The device as it is listed now: Chromium rotates ids, so the label counts when the id is gone. */
export const presentIn = <D extends DeviceChoice>(devices: readonly D[], choice: DeviceChoice): D | null =>
  devices.find(({ id }) => id === choice.id) ?? devices.find(({ label }) => label !== '' && label === choice.label) ?? null

/** The one that would be used now: the first of the list that is there, else the system's; null: nobody knows. */
export const inUse = <D extends DeviceChoice>({ followSystem, preferred }: DevicePreference, devices: readonly D[], system: D | null): D | null => {
  const there = followSystem ? [] : preferred.flatMap((choice) => presentIn(devices, choice) ?? [])
  return there[0] ?? system
}
