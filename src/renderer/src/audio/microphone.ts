import type { DeviceChoice } from '../../../shared/settings'
import { devicesOf, resolveDevice } from './devices'

declare global {
  interface MediaStreamTrack {
    /** Chromium only, and not in every version. */
    readonly stats?: { readonly totalFrames?: number }
  }
}

type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>

/** Mono, and cleaned by the browser: the echo canceller also keeps the assistant from hearing itself. */
const PROCESSING: MediaTrackConstraints = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true }

const FLOW_POLL_MS = 5
/** A headset on Bluetooth takes up to 4 s to change its profile; one that gives nothing by then gives nothing. */
const FLOW_LIMIT_MS = 6_000

/**
 * Opens the chosen microphone, or the system's, and resolves once it delivers.
 * Rejects with a DOMException whose *name* says why (its message may be empty).
 */
export async function openMicrophone(choice: DeviceChoice | null, media: Media = navigator.mediaDevices): Promise<MediaStream> {
  const stream = await openStream(choice, media)
  await flowing(stream)
  return stream
}

/** `getUserMedia` resolves before the first sample, and Web Audio fills the gap with zeros that look like somebody saying nothing. */
async function flowing(stream: MediaStream): Promise<void> {
  const [track] = stream.getAudioTracks()
  const isSilent = () => track?.readyState === 'live' && track.stats?.totalFrames === 0
  for (let waited = 0; waited < FLOW_LIMIT_MS && isSilent(); waited += FLOW_POLL_MS) {
    await new Promise((resolve) => setTimeout(resolve, FLOW_POLL_MS))
  }
  if (!isSilent()) return
  track?.stop()
  throw new DOMException('the microphone gives no sound', 'NotReadableError')
}

async function openStream(choice: DeviceChoice | null, media: Media): Promise<MediaStream> {
  if (choice === null) return media.getUserMedia({ audio: PROCESSING })
  try {
    return await openExactly(choice.id, media)
  } catch (error) {
    if (!isGone(error)) throw error
    const found = await findByLabel(choice, media)
    if (found === null) throw error
    return openExactly(found.id, media)
  }
}

/**
 * Whether the microphone is still plugged in. PulseAudio and PipeWire do not end the track of one that was unplugged: they
 * move it to any other source, if need be to what the loudspeaker plays.
 */
export async function isPluggedIn(choice: DeviceChoice | null, media: Media = navigator.mediaDevices): Promise<boolean> {
  const inputs = (await media.enumerateDevices()).filter(({ kind }) => kind === 'audioinput')
  if (inputs.some(({ deviceId }) => deviceId === '')) return true // names are withheld: nothing can be told
  const named = devicesOf('audioinput', inputs)
  return choice === null ? named.length > 0 : resolveDevice(choice, named) !== null
}

const openExactly = (id: string, media: Media): Promise<MediaStream> =>
  media.getUserMedia({ audio: { ...PROCESSING, deviceId: { exact: id } } })

/** Listing costs time, so it waits until the remembered id has failed. */
async function findByLabel(choice: DeviceChoice, media: Media): Promise<DeviceChoice | null> {
  const found = resolveDevice(choice, devicesOf('audioinput', await media.enumerateDevices()))
  return found === null || found.id === choice.id ? null : found
}

const isGone = (error: unknown): boolean => {
  const name = errorName(error)
  return name === 'OverconstrainedError' || name === 'NotFoundError'
}

/** OverconstrainedError is no Error in every Chromium. */
export const errorName = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string' ? error.name : ''
