import { SAMPLE_RATE_HZ } from '../../../shared/audio-format'
import type { Settings, TalkMode } from '../../../shared/settings'

/** The successor of the transcription models that end 2027-02-26 (reference §0.2). */
export const TRANSCRIPTION_MODEL = 'gpt-transcribe'

export interface SessionChoices {
  /** Null for servers that refuse a transcription model: then nobody sees what was heard. */
  readonly transcriptionModel: string | null
}

const PCM = { type: 'audio/pcm', rate: SAMPLE_RATE_HZ } as const

/** Every value is said, because documentation and wire disagree on the defaults (reference §3.9). */
const SERVER_VAD = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 500,
  create_response: true,
  interrupt_response: true,
} as const

const turnDetection = (mode: TalkMode) => (mode === 'hands-free' ? SERVER_VAD : null)

/** The `session` of the one `session.update` that follows `session.created`. The model is fixed by the address. */
export const sessionConfig = (
  settings: Pick<Settings, 'instructions' | 'voice'>,
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
      noise_reduction: null,
      turn_detection: turnDetection(mode),
    },
    output: { format: PCM, voice: settings.voice },
  },
})

/** The small update of a mode switch: fields that are not there keep their value. */
export const turnDetectionUpdate = (mode: TalkMode) => ({
  type: 'realtime' as const,
  audio: { input: { turn_detection: turnDetection(mode) } },
})

export type SessionConfig = ReturnType<typeof sessionConfig>
export type TurnDetectionConfig = ReturnType<typeof turnDetectionUpdate>
