import type { VoiceApi } from '../shared/ipc/voices'
import { ask, tell } from './wire'

export const voices: VoiceApi = {
  playVoice: (voice) => ask('voice:play', voice),
  stopVoice: () => tell('voice:stop'),
}
