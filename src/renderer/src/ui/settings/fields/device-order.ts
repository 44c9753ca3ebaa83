import type { DeviceChoice, DevicePreference } from '../../../../../shared/audio/sound-settings'

/** The device as it is listed now: Chromium rotates ids, so the label counts when the id is gone. */
export const presentIn = <D extends DeviceChoice>(devices: readonly D[], choice: DeviceChoice): D | null =>
  devices.find(({ id }) => id === choice.id) ?? devices.find(({ label }) => label !== '' && label === choice.label) ?? null

/** The one that would be used now: the first of the list that is there, else the system's; null: nobody knows. */
export const inUse = <D extends DeviceChoice>({ followSystem, preferred }: DevicePreference, devices: readonly D[], system: D | null): D | null => {
  const there = followSystem ? [] : preferred.flatMap((choice) => presentIn(devices, choice) ?? [])
  return there[0] ?? system
}
