import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import type { Settings, TalkMode, Vad } from '../../../../shared/settings'
import { turnDetection } from './turn-detection'
import type { NoiseReduction } from '../../../../shared/audio/sound-settings'

/** The successor of the transcription models that end 2027-02-26 (docs/wire-facts.md, Session configuration). */
const TRANSCRIPTION_MODEL = 'gpt-transcribe'

/** What a session can do without. A server that refuses one of them may refuse its `null` too, so it is left out. */
export const OPTIONAL_FIELDS = ['voice', 'transcription', 'noise_reduction'] as const
export type OptionalField = (typeof OPTIONAL_FIELDS)[number]

/** The optional fields that a refusal names; beta servers have other paths to the same words. Empty: it names none. */
export const optionalFieldsIn = (param: string | undefined): readonly OptionalField[] => OPTIONAL_FIELDS.filter((field) => param?.includes(field))

const NONE: ReadonlySet<OptionalField> = new Set()

const PCM = { type: 'audio/pcm', rate: SAMPLE_RATE_HZ } as const

const noiseReduction = (kind: NoiseReduction) => (kind === 'off' ? null : { type: kind })

/** What features add to the session object. */
export interface SessionParts {
  /** Lines behind the person's own. */
  readonly instructions?: readonly string[]
  /** Definitions of the API's own shape. Undefined: nothing is said of them; a session keeps what it was told. */
  readonly tools?: readonly Readonly<Record<string, unknown>>[]
}

/** The `session` of the one `session.update` that follows `session.created`. The model is fixed by the address. */
export const sessionConfig = (
  settings: Pick<Settings, 'instructions' | 'voice' | 'vad' | 'noiseReduction'>,
  mode: TalkMode,
  leftOut: ReadonlySet<OptionalField> = NONE,
  { instructions = [], tools }: SessionParts = {},
) => ({
  type: 'realtime' as const,
  output_modalities: ['audio' as const],
  instructions: [settings.instructions, ...instructions].join('\n\n'),
  ...(tools === undefined ? {} : { tools }),
  audio: {
    input: {
      format: PCM,
      ...(leftOut.has('transcription') ? {} : { transcription: { model: TRANSCRIPTION_MODEL } }),
      ...(leftOut.has('noise_reduction') ? {} : { noise_reduction: noiseReduction(settings.noiseReduction) }),
      turn_detection: turnDetection(mode, settings.vad),
    },
    output: { format: PCM, ...(leftOut.has('voice') ? {} : { voice: settings.voice }) },
  },
})

/** The small update of a mode switch: fields that are not there keep their value. */
export const turnDetectionUpdate = (mode: TalkMode, vad: Vad) => ({
  type: 'realtime' as const,
  audio: { input: { turn_detection: turnDetection(mode, vad) } },
})

export type SessionConfig = ReturnType<typeof sessionConfig>
export type TurnDetectionConfig = ReturnType<typeof turnDetectionUpdate>
