import type { SystemSound } from '../../../../shared/ipc/sound'
import type { DeviceLists, DevicePreference, ListedDevice } from '../../../../shared/audio/sound-settings'
import { createStore, type ReadonlyStore } from '../../store/store'
import { every } from '../../time/page-timers'
import { type Device, type DeviceEntry, devicesOf, type DeviceKind, isBluetooth, isWithheld, preferredOf, systemDevice } from './devices'
import { withStandIns } from './stand-ins'

type Media = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>

/** Chromium tells of some changes only to those who ask: without a sound event of the system, nobody would notice a pulled plug. */
const ASK_EVERY_MS = 1_000

const NO_DEVICES: DeviceLists = { microphones: [], speakers: [], systemMicrophone: null, systemSpeaker: null }

/** The devices of this machine as they were when somebody last asked. Asking takes 10 to 30 ms: whoever is in a hurry reads. */
export class DeviceRegistry {
  private entries: readonly DeviceEntry[] = []
  private system: SystemSound = { microphone: null, speaker: null, bluetooth: [], oneChannel: [] }
  private watchers = 0
  private endAsking: (() => void) | null = null
  private asked = 0
  private answered = 0
  private readonly listed = createStore(NO_DEVICES, (one, other) => JSON.stringify(one) === JSON.stringify(other))

  constructor(private readonly media: Media) {
    media.addEventListener('devicechange', () => void this.refresh())
  }

  /** The lists that a person sees. */
  get lists(): ReadonlyStore<DeviceLists> {
    return this.listed
  }

  /** Asks. */
  async refresh(): Promise<void> {
    this.asked += 1
    const mine = this.asked
    const entries = await this.media.enumerateDevices()
    if (mine < this.answered) return // a later answer has overtaken this one
    this.answered = mine
    this.entries = entries
    this.list()
  }

  /** What only the system knows. It may know of a device that has just come or gone, too. */
  setSystem(system: SystemSound): void {
    this.system = system
    this.list()
    void this.refresh()
  }

  /** Asks at once and every second, and tells of each answer that changes anything; the answer ends that. */
  watch(changed: () => void): () => void {
    const leave = this.listed.subscribe(changed)
    let watching = true
    void this.refresh().then(changed) // what has gone a moment ago may be in the registry already
    this.watchers += 1
    this.endAsking ??= every(ASK_EVERY_MS, () => void this.refresh())
    return () => {
      if (!watching) return
      watching = false
      leave()
      this.watchers -= 1
      if (this.watchers > 0) return
      this.endAsking?.()
      this.endAsking = null
    }
  }

  devices(kind: DeviceKind): readonly Device[] {
    const devices = devicesOf(kind, this.entries)
    return kind === 'audioinput' ? withStandIns(devices, this.system.oneChannel) : devices
  }

  /** Which one the system uses. */
  systemDevice(kind: DeviceKind): Device | null {
    const found = systemDevice(kind, this.entries, kind === 'audioinput' ? this.system.microphone : this.system.speaker)
    return this.devices(kind).find(({ id }) => id === found?.id) ?? null
  }

  /** What is opened in place of a microphone that would give nothing; `null` for the microphone: whichever the system uses. */
  standIn(microphone: string | null): string | null {
    const device = microphone === null ? this.systemDevice('audioinput') : this.devices('audioinput').find(({ id }) => id === microphone)
    return device?.standIn ?? null
  }

  isBluetooth(device: Device): boolean {
    return isBluetooth(device, this.system.bluetooth)
  }

  /** Whether a device is still there; where names are withheld nothing can be told. `null`: the system's, whichever that is. */
  has(kind: DeviceKind, device: Device | null): boolean {
    if (isWithheld(kind, this.entries)) return true
    const devices = this.devices(kind)
    return device === null ? devices.length > 0 : devices.some(({ id }) => id === device.id)
  }

  /**
   * What to open, best first; null: whatever the system uses. Under the system's choice a Bluetooth microphone is passed over
   * when there is another: opening it would spoil what its headset plays.
   */
  ranking(kind: DeviceKind, preference: DevicePreference): readonly (Device | null)[] {
    const system = this.systemDevice(kind)
    const other = kind === 'audioinput' && system !== null && this.isBluetooth(system) ? this.devices(kind).find((device) => !this.isBluetooth(device)) : undefined
    return [...preferredOf(preference, this.devices(kind)), ...(other === undefined ? [] : [other]), null]
  }

  private list(): void {
    const listed = (device: Device): ListedDevice => ({ id: device.id, label: device.label, channels: device.channels, bluetooth: this.isBluetooth(device), oneChannel: device.standIn !== undefined })
    const system = (kind: DeviceKind) => {
      const device = this.systemDevice(kind)
      return device === null ? null : listed(device)
    }
    this.listed.set({
      microphones: this.devices('audioinput').map(listed),
      speakers: this.devices('audiooutput').map(listed),
      systemMicrophone: system('audioinput'),
      systemSpeaker: system('audiooutput'),
    })
  }
}

/** Who subscribes has the devices asked for anew: Chromium may not have told of one that came. */
export const askedAnew = (registry: DeviceRegistry): ReadonlyStore<DeviceLists> => ({
  get: registry.lists.get,
  subscribe: (listener) => {
    const leave = registry.lists.subscribe(listener)
    void registry.refresh()
    return leave
  },
})
