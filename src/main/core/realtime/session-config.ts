import { SAMPLE_RATE_HZ } from '../../../shared/audio-format'
import type { Settings, TalkMode, Vad } from '../../../shared/settings'
import { turnDetection } from './turn-detection'
import type { NoiseReduction } from '../../../shared/sound-settings'

/** The successor of the transcription models that end 2027-02-26 (reference §0.2). */
export const TRANSCRIPTION_MODEL = 'gpt-transcribe'

export interface SessionChoices {
  /** Null for servers that refuse a transcription model: then nobody sees what was heard. */
  readonly transcriptionModel: string | null
}

const PCM = { type: 'audio/pcm', rate: SAMPLE_RATE_HZ } as const

const noiseReduction = (kind: NoiseReduction) => (kind === 'off' ? null : { type: kind })

/** The `session` of the one `session.update` that follows `session.created`. The model is fixed by the address. */
export const sessionConfig = (
  settings: Pick<Settings, 'instructions' | 'voice' | 'vad' | 'noiseReduction'>,
  mode: TalkMode,
  { transcriptionModel }: SessionChoices = { transcriptionModel: TRANSCRIPTION_MODEL },
) => ({
  type: 'realtime' as const,
  output_modalities: ['audio' as const],
  instructions: settings.instructions,
  audio: {
    input: {
      format: PCM,
      transcription: transcriptionModel === null ? null : { model: transcriptionModel },
      noise_reduction: transcriptionModel === null ? null : noiseReduction(settings.noiseReduction), // who refuses one may refuse both
      turn_detection: turnDetection(mode, settings.vad),
    },
    output: { format: PCM, voice: settings.voice },
  },
})

/** The small update of a mode switch: fields that are not there keep their value. */
export const turnDetectionUpdate = (mode: TalkMode, vad: Vad) => ({
  type: 'realtime' as const,
  audio: { input: { turn_detection: turnDetection(mode, vad) } },
})

export type SessionConfig = ReturnType<typeof sessionConfig>
export type TurnDetectionConfig = ReturnType<typeof turnDetectionUpdate>
