import type { HotkeyService } from '../hotkeys/hotkey-service'
import type { Feature } from './feature'
import type { MicrophoneReadiness } from '../talk/input/microphone-readiness'

export interface PresenceParts {
  readonly keys: Pick<HotkeyService, 'lost' | 'doubt'>
  readonly readiness: Pick<MicrophoneReadiness, 'leave'>
  readonly loop: { resumed(): void }
  readonly features: readonly Pick<Feature, 'resumed'>[]
}

/** Whether somebody sits at the machine. */
export interface Presence {
  /** No key-up will come. */
  asleep(): void
  /** Waking: time has passed without us. */
  resumed(): void
  /** A key-up may not come; or the person is back. */
  locked(on: boolean): void
}

export function createPresence({ keys, readiness, loop, features }: PresenceParts): Presence {
  return {
    asleep: () => {
      keys.lost()
      readiness.leave('asleep', true)
    },
    resumed: () => {
      keys.doubt()
      readiness.leave('asleep', false)
      loop.resumed()
      for (const feature of features) feature.resumed?.()
    },
    locked: (on) => {
      if (on) keys.doubt()
      readiness.leave('locked', on)
    },
  }
}
