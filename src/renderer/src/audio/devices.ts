import type { DeviceChoice } from '../../../shared/settings'

/** What a person can choose from. The system's own choice is not listed: it is `null` in the settings. */
export interface DeviceLists {
  readonly microphones: readonly DeviceChoice[]
  readonly speakers: readonly DeviceChoice[]
}

export type DeviceKind = 'audioinput' | 'audiooutput'
/** What is read of a MediaDeviceInfo. */
export type DeviceEntry = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>

/** Chromium lists the system's choice a second time under these ids (the second one on Windows only). */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications'])

/** Named devices of one kind. Without a label there is nothing to show and nothing to find the device again by. */
export const devicesOf = (kind: DeviceKind, entries: readonly DeviceEntry[]): readonly DeviceChoice[] =>
  entries
    .filter((entry) => entry.kind === kind && entry.label !== '' && !ALIASES.has(entry.deviceId))
    .map(({ deviceId, label }) => ({ id: deviceId, label }))

/** The chosen device under its present id: Chromium rotates ids, so the label counts when the id is gone. */
export const resolveDevice = (choice: DeviceChoice, devices: readonly DeviceChoice[]): DeviceChoice | null =>
  devices.find(({ id }) => id === choice.id) ?? devices.find(({ label }) => label !== '' && label === choice.label) ?? null

export async function listDevices(media: MediaDevices = navigator.mediaDevices): Promise<DeviceLists> {
  const entries = await media.enumerateDevices()
  return { microphones: devicesOf('audioinput', entries), speakers: devicesOf('audiooutput', entries) }
}

/** Tells the lists now and whenever a device comes or goes. */
export function watchDevices(listener: (lists: DeviceLists) => void, media: MediaDevices = navigator.mediaDevices): () => void {
  let watching = true
  let latest = 0
  const tell = async (): Promise<void> => {
    latest += 1
    const mine = latest // answers may overtake each other
    const lists = await listDevices(media)
    if (watching && mine === latest) listener(lists)
  }
  const changed = () => void tell()
  media.addEventListener('devicechange', changed)
  changed()
  return () => {
    watching = false
    media.removeEventListener('devicechange', changed)
  }
}
