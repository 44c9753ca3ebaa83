import type { SoundApi, SoundNewsApi } from '../shared/ipc/sound'
import { follow, tell } from './wire'

export const sound: SoundApi = {
  onAudioCommand: (listener) => follow('audio:command', listener),
  tellDevices: (devices) => tell('devices:tell', devices),
  tellLoudness: (loudness) => tell('loudness:tell', loudness),
  reportAudio: (report) => tell('audio:report', report),
  audioReady: () => tell('audio:ready'),
  previewMicrophone: (on) => tell('microphone:preview', on),
}

export const soundNews: SoundNewsApi = {
  onDevices: (listener) => follow('devices', listener),
  onLoudness: (listener) => follow('loudness', listener),
}
