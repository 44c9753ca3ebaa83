import type { ShowingFeature } from '../app/feature'
import { VoicePlayer, type VoicePlayerParts } from './voice-player'

/** Sentences of voices. A press silences one that plays as it does every clip, and ends one that is only asked for. */
export function createVoicesFeature(parts: VoicePlayerParts): ShowingFeature<'voiceAsked'> {
  const player = new VoicePlayer(parts)
  return {
    extensions: [{ name: 'voices', heard: ({ type }) => type === 'stateChanged' && parts.turn().runs && player.stopAsking() }],
    settings: [{ part: ['endpoint', 'onboarding'], changed: () => player.stop() }],
    view: () => ({ voiceAsked: player.asked }),
    routes: (door) => {
      door.handle('voice:play', (voice) => player.play(voice))
      door.on('voice:stop', () => player.stop())
    },
    escape: { isWanted: () => player.asked !== null, take: () => player.stopAsking() },
    pageClosed: (page) => page === 'settings' && player.stop(),
    stop: () => player.stop(),
  }
}
