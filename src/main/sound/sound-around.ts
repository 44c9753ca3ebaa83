import { errorTrace } from '../../shared/errors/error-trace'
import type { DevicePreference } from '../../shared/audio/sound-settings'
import type { TurnPhase } from '../../shared/view'
import type { AudioPort, Logger, Timers } from '../platform/ports'
import type { DuckingPort, SoundServerEvents, SystemSoundSource } from './core/ports'
import { Ducking } from './ducking'
import { SystemSoundTeller } from './system-sound'

export interface SoundAroundParts {
  readonly audio: Pick<AudioPort, 'tellSystem'>
  readonly systemSound: SystemSoundSource
  readonly ducking: DuckingPort
  readonly soundEvents: SoundServerEvents
  readonly timers: Timers
  readonly logger: Logger
  /** Whether the person wants others to be quiet while they speak. */
  readonly lowerOthers: () => boolean
  readonly microphone: () => DevicePreference
  readonly changed: () => void
}

/** The sound of this machine beside our own: its devices, and what other programs play. */
export interface SoundAround {
  /** Null: not known yet. */
  readonly canLowerOthers: boolean | null
  /** The page asks, or may have missed something. */
  evaluate(): void
  settingsChanged(): void
  follow(phase: TurnPhase): void
  start(): void
  /** Everybody has their own volume again. */
  stop(): Promise<unknown>
}

export function createSoundAround({ audio, systemSound, ducking, soundEvents, timers, logger, lowerOthers, microphone, changed }: SoundAroundParts): SoundAround {
  const failed = (what: 'volume of others' | 'devices of the system') => (cause: unknown) => logger.warn('sound around', { what, cause: errorTrace(cause) })
  const others = new Ducking(ducking, lowerOthers, changed, failed('volume of others'))
  const devices = new SystemSoundTeller(systemSound, audio, timers, failed('devices of the system'), microphone)
  let leave = (): void => undefined
  return {
    get canLowerOthers() {
      return others.possible
    },
    evaluate: () => devices.evaluate(),
    settingsChanged: () => devices.wishChanged(),
    follow: (phase) => others.follow(phase),
    start: () => {
      leave = soundEvents.listen({
        streamBegan: (stream) => others.streamBegan(stream),
        devicesChanged: () => {
          devices.changing()
          if (others.possible === false) void others.start() // begun at login, before the sound server was
        },
      })
      void others.start()
    },
    stop: () => {
      leave()
      devices.stop()
      return others.stop()
    },
  }
}
