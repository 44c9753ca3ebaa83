import type { ErrorTag } from '../../../../../shared/errors/errors'
import type { MicrophoneSettings } from '../../../../../shared/audio/sound-settings'

/** A microphone that is listened to outside any turn. */
export interface MicrophonePreview {
  /** Null: it delivers. */
  open(wish: MicrophoneSettings): Promise<ErrorTag | null>
  /** The loudest sample of the last moment, 0..1. */
  peak(): number
  close(): void
}
