import type { Settings } from '../../shared/settings'
import type { ShowingFeature } from '../app/feature'
import type { AudioPort } from '../platform/ports'
import { MicrophonePreview } from './microphone-preview'
import { createSoundAround, type SoundAround, type SoundAroundParts } from './sound-around'
import { soundRoutes } from './sound-routes'

export interface SoundWorld extends Omit<SoundAroundParts, 'lowerOthers' | 'microphone'> {
  readonly audio: AudioPort
  readonly settings: () => Settings
}

export interface SoundFeature extends ShowingFeature<'microphonePreview' | 'canLowerOthers'> {
  readonly preview: MicrophonePreview
  readonly around: SoundAround
  /** The page's audio host is there (again) and knows nothing yet. */
  audioReady(): void
}

export function createSoundFeature(world: SoundWorld): SoundFeature {
  const { audio, settings, timers, changed } = world
  const microphone = () => settings().microphone
  const preview = new MicrophonePreview(audio, timers, microphone, changed)
  const around = createSoundAround({ ...world, lowerOthers: () => settings().lowerOthers, microphone })
  return {
    preview,
    around,
    audioReady: () => {
      audio.useSpeaker(settings().speaker)
      audio.setVolume(settings().answerVolume)
      around.evaluate()
    },
    settings: [
      { part: ['answerVolume'], changed: (_before, { answerVolume }) => audio.setVolume(answerVolume) },
      { part: ['speaker'], changed: (_before, { speaker }) => audio.useSpeaker(speaker) },
      { part: 'all', changed: () => around.settingsChanged() }, // before a preview opens what was chosen
      { part: 'all', changed: () => preview.settingsChanged() },
    ],
    view: () => ({ microphonePreview: preview.state, canLowerOthers: around.canLowerOthers }),
    routes: (door) => soundRoutes(door, preview),
    pageClosed: (page) => page !== 'history' && preview.set(false),
    start: () => around.start(),
    stop: () => around.stop(),
  }
}
