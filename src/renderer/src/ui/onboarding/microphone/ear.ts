import type { ErrorTag } from '../../../../../shared/errors/errors'
import type { DeviceLists, MicrophoneSettings } from '../../../../../shared/sound-settings'

/** A microphone that is listened to outside any turn. */
export interface Ear {
  /** Null: it delivers. */
  open(wish: MicrophoneSettings): Promise<ErrorTag | null>
  /** The loudest sample of the last moment, 0..1. */
  peak(): number
  close(): void
}

/** Names of microphones now and at every change; returns its unsubscribe. */
export type WatchMicrophones = (listener: (devices: Pick<DeviceLists, 'microphones' | 'systemMicrophone'>) => void) => () => void
