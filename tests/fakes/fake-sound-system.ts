import type { DuckingPort, SoundServerEvents, SystemSoundSource } from '../../src/main/sound/core/ports'

/** A sound system that tells nothing and lets nobody touch the volume of others. */
export const fakeSoundSystem: { readonly systemSound: SystemSoundSource; readonly ducking: DuckingPort; readonly soundEvents: SoundServerEvents } = {
  systemSound: { read: () => Promise.resolve({ microphone: null, speaker: null, bluetooth: [], oneChannel: [] }), stop: () => undefined },
  ducking: {
    possible: () => Promise.resolve(false),
    lower: () => Promise.reject(new Error('not possible here')),
    lowerToo: () => Promise.reject(new Error('not possible here')),
    restore: () => Promise.reject(new Error('not possible here')),
  },
  soundEvents: { listen: () => () => undefined },
}
