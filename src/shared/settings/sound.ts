import { z } from 'zod'
import {
  KeepReadySchema,
  MicrophonePatchSchema,
  MicrophoneSettingsSchema,
  NoiseReductionSchema,
  SoundMomentsSchema,
  SpeakerPatchSchema,
  SpeakerSettingsSchema,
  SYSTEM_MICROPHONE,
  SYSTEM_SPEAKER,
} from '../audio/sound-settings'

const plain = {
  keepReady: KeepReadySchema,
  /** What the server does about noise, behind what this computer does about it. */
  noiseReduction: NoiseReductionSchema,
  /** Short sounds at all. */
  earcons: z.boolean(),
  /** 0..1; 0.5 is about -20 dBFS. */
  earconVolume: z.number().min(0).max(1),
  /** 0..1, of what is spoken; 1 is as it comes. */
  answerVolume: z.number().min(0).max(1),
  /** Other programs play more quietly while the microphone listens to a turn. */
  lowerOthers: z.boolean(),
}

export const soundSettings = {
  fields: {
    ...plain,
    microphone: MicrophoneSettingsSchema,
    speaker: SpeakerSettingsSchema,
    earconsAt: SoundMomentsSchema,
    /** Labels of Bluetooth microphones the person has been warned about. */
    warnedAbout: z.array(z.string().max(512)).max(64),
  },
  settingsPage: { ...plain, microphone: MicrophonePatchSchema, speaker: SpeakerPatchSchema, earconsAt: SoundMomentsSchema.partial().strict() },
  firstSteps: { microphone: MicrophonePatchSchema },
  historyPage: {},
  defaults: () => ({
    keepReady: 'off' as const,
    noiseReduction: 'off' as const,
    earcons: true,
    earconVolume: 0.5,
    answerVolume: 1,
    lowerOthers: false,
    microphone: SYSTEM_MICROPHONE,
    speaker: SYSTEM_SPEAKER,
    earconsAt: { start: true, stop: false, answer: false, error: true, mode: true },
    warnedAbout: [],
  }),
}
