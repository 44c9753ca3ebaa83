import type { DeviceChoice, MicrophoneSettings } from '../../../../shared/audio/sound-settings'
import { pageTimers } from '../../time/page-timers'
import type { Microphones, OpenMicrophone } from './capture-ports'
import type { DeviceRegistry } from '../devices/device-registry'
import type { Device } from '../devices/devices'

declare global {
  interface MediaStreamTrack {
    /** Chromium only, and not in every version. */
    readonly stats?: { readonly totalFrames?: number }
  }
}

type Media = Pick<MediaDevices, 'getUserMedia'>

const bestIn = (registry: DeviceRegistry, wish: MicrophoneSettings): Device | null => registry.ranking('audioinput', wish)[0] ?? registry.systemDevice('audioinput')

export const microphonesIn = (registry: DeviceRegistry): Microphones => ({
  open: (wish, gone, arrived) => openMicrophone(wish, registry, { gone, arrived }),
  refresh: () => registry.refresh(),
  best: (wish) => bestIn(registry, wish),
  has: (device) => registry.has('audioinput', device),
  isBluetooth: (device) => registry.isBluetooth(device),
  standIn: (device) => registry.standIn(device?.id ?? null),
  isSlow: (wish) => mayBeBluetooth(registry, wish),
  watch: (changed) => registry.watch(changed),
})

/** Where the system does not say which one it uses, any of them may be meant; where names are withheld there is none to be seen. */
function mayBeBluetooth(registry: DeviceRegistry, wish: MicrophoneSettings): boolean {
  const best = bestIn(registry, wish)
  const devices = best === null ? registry.devices('audioinput') : [best]
  return devices.length === 0 || devices.some((device) => registry.isBluetooth(device))
}

const FLOW_POLL_MS = 5
/** A headset on Bluetooth takes up to 4 s to change its profile; one that gives nothing by then gives nothing. */
const FLOW_LIMIT_MS = 6_000

interface Opening {
  readonly media?: Media
  /** Pulled a moment ago, which the registry may not know yet. */
  readonly gone?: Device | null
  /** Called with each stream before it is known to deliver: its first samples are worth having. */
  readonly arrived?: (stream: MediaStream) => void
}

/** OverconstrainedError is no Error in every Chromium. */
export const errorName = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string' ? error.name : ''

class Refusal {
  constructor(readonly cause: unknown) {}

  /** No other microphone would be allowed either. */
  get isFinal(): boolean {
    return ['NotAllowedError', 'SecurityError'].includes(errorName(this.cause))
  }

  get isGone(): boolean {
    return ['OverconstrainedError', 'NotFoundError'].includes(errorName(this.cause))
  }
}

/** One that came back unseen is not in the registry yet. */
const asDevice = ({ id, label }: DeviceChoice, registry: DeviceRegistry): Device =>
  registry.devices('audioinput').find((device) => device.id === id) ?? { id, label, groupId: '', channels: 1 }

/**
 * Opens the best microphone that can be had, and resolves once it delivers.
 * Rejects with a DOMException whose *name* says why (its message may be empty).
 */
export async function openMicrophone(wish: MicrophoneSettings, registry: DeviceRegistry, { media = navigator.mediaDevices, gone = null, arrived = () => undefined }: Opening = {}): Promise<OpenMicrophone> {
  // By its remembered id, whatever the registry says: it may have come back unseen, and asking takes longer than failing (6 ms).
  const wanted = wish.followSystem || gone !== null || wish.preferred.length === 0 ? registry.ranking('audioinput', wish) : wish.preferred
  const [first = null] = wanted.filter((device) => gone === null || device?.id !== gone.id)
  const opened = await tryOpen(first?.id ?? null, wish, { media, registry, arrived })
  if (!(opened instanceof Refusal)) return { ...opened, device: first === null ? registry.systemDevice('audioinput') : asDevice(first, registry) }
  await registry.refresh()
  return openNext(opened, first?.id ?? null, wish, { media, registry, arrived })
}

/** The rest of the ranking, when the first one is gone or cannot be opened. */
async function openNext(refusal: Refusal, tried: string | null, wish: MicrophoneSettings, means: Means): Promise<OpenMicrophone> {
  const { registry } = means
  let worst = refusal
  for (const device of registry.ranking('audioinput', wish)) {
    if (worst.isFinal || (device?.id ?? null) === tried) continue
    const opened = await tryOpen(device?.id ?? null, wish, means)
    if (!(opened instanceof Refusal)) return { ...opened, device: device ?? registry.systemDevice('audioinput') }
    if (worst.isGone || opened.isFinal) worst = opened // that one is gone tells less than that another is busy
  }
  throw worst.cause
}

type Means = Required<Pick<Opening, 'media' | 'arrived'>> & { readonly registry: DeviceRegistry }

type Opened = Omit<OpenMicrophone, 'device'>

/** A stand-in that has just gone may come back in a moment; until then there is the microphone itself. */
async function tryOpen(id: string | null, wish: MicrophoneSettings, means: Means): Promise<Opened | Refusal> {
  const standIn = means.registry.standIn(id)
  const opened = await tryExact(standIn ?? id, standIn, wish, means)
  return standIn !== null && opened instanceof Refusal && opened.isGone ? tryExact(id, null, wish, means) : opened
}

async function tryExact(exact: string | null, standIn: string | null, wish: MicrophoneSettings, { media, arrived }: Means): Promise<Opened | Refusal> {
  try {
    const stream = await media.getUserMedia({ audio: { ...processing(wish), ...(exact !== null && { deviceId: { exact } }) } })
    arrived(stream)
    await flowing(stream)
    return { stream, standIn }
  } catch (error) {
    return new Refusal(error)
  }
}

/** A single channel is only to be had unprocessed: Chromium's echo canceller mixes all of them first. */
function processing(wish: MicrophoneSettings): MediaTrackConstraints {
  if (wish.channel !== 'mix') return { channelCount: { ideal: Math.max(2, wish.channel) }, echoCancellation: false, noiseSuppression: false, autoGainControl: false }
  return { channelCount: 1, echoCancellation: wish.echoCancellation, noiseSuppression: wish.noiseSuppression, autoGainControl: wish.gainControl }
}

/** `getUserMedia` resolves before the first sample, and Web Audio fills the gap with zeros that look like somebody saying nothing. */
async function flowing(stream: MediaStream): Promise<void> {
  const [track] = stream.getAudioTracks()
  const isSilent = () => track?.readyState === 'live' && track.stats?.totalFrames === 0
  for (let waited = 0; waited < FLOW_LIMIT_MS && isSilent(); waited += FLOW_POLL_MS) {
    await new Promise<void>((resolve) => pageTimers.after(FLOW_POLL_MS, resolve))
  }
  if (!isSilent()) return
  track?.stop()
  throw new DOMException('the microphone gives no sound', 'NotReadableError')
}
