import type { TurnId } from '../../../shared/ids'

/** Speech that was taken back from the road because it could not be delivered. */
export interface Undelivered {
  readonly frames: readonly Int16Array[]
  readonly samples: number
}

export const samplesIn = (frames: readonly Int16Array[]): number => frames.reduce((sum, { length }) => sum + length, 0)

/** What the audio input needs of the session: three events and two looks. */
export interface InputSocket {
  readonly isReady: () => boolean
  readonly bufferedBytes: () => number
  /** `turn` null: silence of our own making. */
  readonly append: (pcm: Int16Array, turn: TurnId | null) => void
  readonly commit: () => void
  readonly clear: () => void
  /** So much goes out a second time, to another session. */
  readonly repeating: (samples: number) => void
}
