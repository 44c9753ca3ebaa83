import type { DeviceChoice, DevicePreference } from '../../../../shared/audio/sound-settings'

export type DeviceKind = 'audioinput' | 'audiooutput'
/** What is read of a MediaDeviceInfo. */
export type DeviceEntry = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>

/** A device that is there. */
export interface Device extends DeviceChoice {
  readonly groupId: string
  /** How many channels Chromium can take from it; 1 where it does not say. */
  readonly channels: number
  /** What is opened in its place, by its id. */
  readonly standIn?: string
}

/** Chromium lists the system's choice a second time under these ids (the second one on Windows only). */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications'])
/** Windows and macOS: "Default - Built-in Microphone". On Linux it is "Default", and the device is not told. */
const DEFAULT_PREFIX = /^Default - /

/** Named devices of one kind. Without a label there is nothing to show and nothing to find the device again by. */
export const devicesOf = (kind: DeviceKind, entries: readonly DeviceEntry[]): readonly Device[] =>
  entries
    .filter((entry) => entry.kind === kind && entry.label !== '' && !ALIASES.has(entry.deviceId))
    .map((entry) => ({ id: entry.deviceId, label: entry.label, groupId: entry.groupId, channels: channelsOf(entry) }))

/** Names are withheld: it can be seen that there are devices, not which. */
export const isWithheld = (kind: DeviceKind, entries: readonly DeviceEntry[]): boolean => entries.some((entry) => entry.kind === kind && entry.deviceId === '')

/** The chosen device under its present id: Chromium rotates ids, so the label counts when the id is gone. */
export const resolveDevice = <D extends DeviceChoice>(choice: DeviceChoice, devices: readonly D[]): D | null =>
  devices.find(({ id }) => id === choice.id) ?? devices.find(({ label }) => label !== '' && label === choice.label) ?? null

/** Those of the person's list that are there now, best first. Empty when the system is to be followed. */
export const preferredOf = <D extends DeviceChoice>({ followSystem, preferred }: DevicePreference, devices: readonly D[]): readonly D[] =>
  followSystem ? [] : preferred.flatMap((choice) => resolveDevice(choice, devices) ?? [])

/** Which device the system uses: by Chromium's alias, else by what the system told (`label`). Null: nobody knows. */
export function systemDevice(kind: DeviceKind, entries: readonly DeviceEntry[], label: string | null): Device | null {
  const devices = devicesOf(kind, entries)
  const alias = entries.find((entry) => entry.kind === kind && entry.deviceId === 'default')?.label ?? ''
  const name = DEFAULT_PREFIX.test(alias) ? alias.replace(DEFAULT_PREFIX, '') : label
  return devices.find((device) => device.label === name) ?? null
}

/** Windows calls it "Hands-Free", macOS adds "(Bluetooth)", PipeWire's names begin with "bluez_". */
const BLUETOOTH = /bluetooth|bluez[_.]|air ?pods|hands-?free|\b(hfp|hsp)\b/i

export const isBluetooth = ({ label, groupId }: Pick<Device, 'label' | 'groupId'>, known: readonly string[]): boolean =>
  known.includes(label) || BLUETOOTH.test(label) || BLUETOOTH.test(groupId)

function channelsOf(entry: DeviceEntry): number {
  if (!('getCapabilities' in entry) || typeof entry.getCapabilities !== 'function') return 1
  const capabilities: MediaTrackCapabilities = entry.getCapabilities()
  return capabilities.channelCount?.max ?? 1
}
