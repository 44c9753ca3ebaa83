import type { HotkeyService } from '../hotkeys/hotkey-service'
import type { MicrophoneReadiness } from '../talk/input/microphone-readiness'

export interface PresenceParts {
  readonly keys: Pick<HotkeyService, 'lost' | 'doubt'>
  readonly readiness: Pick<MicrophoneReadiness, 'leave'>
  readonly loop: { resumed(): void }
  readonly reminders: { resumed(): void }
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

export function createPresence({ keys, readiness, loop, reminders }: PresenceParts): Presence {
  return {
    asleep: () => {
      keys.lost()
      readiness.leave('asleep', true)
    },
    resumed: () => {
      keys.doubt()
      readiness.leave('asleep', false)
      loop.resumed()
      reminders.resumed()
    },
    locked: (on) => {
      if (on) keys.doubt()
      readiness.leave('locked', on)
    },
  }
}
