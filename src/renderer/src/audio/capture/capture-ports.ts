import type { MicrophoneSettings } from '../../../../shared/audio/sound-settings'
import type { Device } from '../devices/devices'

/** Where a stream goes: the graph around the capture worklet. */
export interface CaptureSink {
  /** Whether samples flow; false when they do not within a bound. */
  run(): Promise<boolean>
  /** Takes the place of one that never delivered. Until `flows`, or a sample that is none of the zeros before the first, it is as good as not there. */
  attach(stream: MediaStream, channel: MicrophoneSettings['channel']): void
  /** What comes from now on was heard, silence too. */
  flows(): void
  detach(): void
  /** Whether what is heard outside a turn may be shown. */
  show(on: boolean): void
  /** Costs nothing until the next `run`. */
  sleep(): void
}

/** `device`: null when the system chose and nobody knows which. */
export interface OpenMicrophone {
  readonly stream: MediaStream
  readonly device: Device | null
  /** What was opened in its place; null: itself. */
  readonly standIn: string | null
}

/** The microphones of this machine. */
export interface Microphones {
  /** Resolves once it delivers; rejects with a DOMException. `gone`: known not to be there any more. `arrived`: it may deliver at any moment. */
  open(wish: MicrophoneSettings, gone: Device | null, arrived: (stream: MediaStream) => void): Promise<OpenMicrophone>
  /** Asks who is there. */
  refresh(): Promise<void>
  /** The one that would be opened now, as far as is known without asking. */
  best(wish: MicrophoneSettings): Device | null
  /** Whether it is still plugged in, as far as is known; null: whatever the system uses. */
  has(device: Device | null): boolean
  isBluetooth(device: Device): boolean
  /** What would be opened in its place now; null: itself. */
  standIn(device: Device | null): string | null
  /** The one that would be opened is a Bluetooth one, or nobody knows that it is not: to open it may spoil what a headset plays. */
  isSlow(wish: MicrophoneSettings): boolean
  /** Asks again and again, and tells of changes; the answer ends that. */
  watch(changed: () => void): () => void
}

/** Each change makes a new object, so `this.source === source` tells whether an answer is still wanted. */
export type Source =
  | { readonly state: 'closed' }
  | Opening
  | Live

/** `lost`: what went away, whose place it takes. */
export interface Opening {
  readonly state: 'opening'
  readonly wish: MicrophoneSettings
  readonly lost: Live | null
}

export interface Live extends OpenMicrophone {
  readonly state: 'live'
  readonly wish: MicrophoneSettings
}

/** Two wishes that the same open microphone fulfils. */
export const isSame = (one: MicrophoneSettings, other: MicrophoneSettings): boolean => JSON.stringify(one) === JSON.stringify(other)
