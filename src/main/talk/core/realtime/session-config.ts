import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import type { Profile } from '../../../../shared/providers/profiles/profile'
import type { Settings, TalkMode, Vad } from '../../../../shared/settings'
import { turnDetection } from './turn-detection'
import type { NoiseReduction } from '../../../../shared/audio/sound-settings'

/** What a session can do without. A server that refuses one of them may refuse its `null` too, so it is left out. */
export const OPTIONAL_FIELDS = ['voice', 'speed', 'transcription', 'noise_reduction', 'reasoning', 'truncation', 'max_output_tokens', 'modalities'] as const
export type OptionalField = (typeof OPTIONAL_FIELDS)[number]

/** The optional fields that a refusal names; beta servers have other paths to the same words. Empty: it names none. */
export const optionalFieldsIn = (param: string | undefined): readonly OptionalField[] => OPTIONAL_FIELDS.filter((field) => param?.includes(field))

const NONE: ReadonlySet<OptionalField> = new Set()

const PCM = { type: 'audio/pcm', rate: SAMPLE_RATE_HZ } as const

/** The share of a full session that stays. */
const KEPT = 0.8

const TRUNCATION = { part: { type: 'retention_ratio', retention_ratio: KEPT }, disabled: 'disabled' } as const

type Chosen = Pick<Settings, 'instructions' | 'voice' | 'vad' | 'noiseReduction' | 'speed' | 'captionsOnly' | 'maxOutputTokens' | 'reasoningEffort' | 'truncation' | 'transcriptionModel' | 'transcriptionLanguage' | 'transcriptionPrompt'>

/** Models since gpt-transcribe take a list; the older ones know one hint. */
const languageHint = (model: string, language: string) => (/^gpt-(live-)?transcribe$/.test(model) ? { languages: [language] } : { language })

/** All that is asked for by the optional fields, to be compared. */
export const optionalValues = (settings: Chosen): string => {
  const { voice, noiseReduction: noise, speed, captionsOnly, maxOutputTokens, reasoningEffort, truncation, transcriptionModel, transcriptionLanguage, transcriptionPrompt } = settings
  return JSON.stringify([voice, noise, speed, captionsOnly, maxOutputTokens, reasoningEffort, truncation, transcriptionModel, transcriptionLanguage, transcriptionPrompt])
}

const transcription = ({ transcriptionModel: model, transcriptionLanguage: language, transcriptionPrompt: prompt }: Chosen) =>
  model === '' ? null : { model, ...(language !== '' && languageHint(model, language)), ...(prompt !== '' && { prompt }) }

/** What is not said is as the server has it. Only a new session can go back to that. */
const bounds = ({ reasoningEffort, truncation, maxOutputTokens }: Chosen, leftOut: ReadonlySet<OptionalField>) => ({
  ...(reasoningEffort !== 'default' && !leftOut.has('reasoning') && { reasoning: { effort: reasoningEffort } }),
  ...(truncation !== 'auto' && !leftOut.has('truncation') && { truncation: TRUNCATION[truncation] }),
  ...(maxOutputTokens !== null && !leftOut.has('max_output_tokens') && { max_output_tokens: maxOutputTokens }),
})

const modalities = ({ captionsOnly }: Chosen) => (captionsOnly ? ['text' as const] : ['audio' as const])

const noiseReduction = (kind: NoiseReduction) => (kind === 'off' ? null : { type: kind })

/** What this server must not be told: names it does not have, which some build their whole session on. */
export function withheldFrom({ session }: Profile, { voice, transcriptionModel: model }: Pick<Settings, 'voice' | 'transcriptionModel'>): readonly OptionalField[] {
  const { voices, transcription: models, noiseReduction: noise } = session
  const isOwn = (names: { readonly known: readonly string[]; readonly others: boolean }, name: string) => names.others || names.known.includes(name)
  return [
    ...(isOwn(voices, voice) ? [] : ['voice' as const]),
    ...(isOwn(models, model) || (model === '' && models.known.length > 0) ? [] : ['transcription' as const]),
    ...(noise === false ? ['noise_reduction' as const] : []),
  ]
}

/** What features add to the session object. */
export interface SessionParts {
  /** Lines behind the person's own. */
  readonly instructions?: readonly string[]
  /** Definitions of the API's own shape. Undefined: nothing is said of them; a session keeps what it was told. */
  readonly tools?: readonly Readonly<Record<string, unknown>>[]
}

/** The `session` of the one `session.update` that follows `session.created`. The model is fixed by the address. */
export const sessionConfig = (
  settings: Chosen,
  mode: TalkMode,
  leftOut: ReadonlySet<OptionalField> = NONE,
  { instructions = [], tools }: SessionParts = {},
  /** One that runs with another speed must be told of the usual one. */
  tellSpeed = settings.speed !== 1,
  turns?: Profile['turns'],
) => ({
  type: 'realtime' as const,
  ...(leftOut.has('modalities') ? {} : { output_modalities: modalities(settings) }),
  instructions: [settings.instructions, ...instructions].join('\n\n'),
  ...(tools === undefined ? {} : { tools }),
  ...bounds(settings, leftOut),
  audio: {
    input: {
      format: PCM,
      ...(leftOut.has('transcription') ? {} : { transcription: transcription(settings) }),
      ...(leftOut.has('noise_reduction') ? {} : { noise_reduction: noiseReduction(settings.noiseReduction) }),
      turn_detection: turnDetection(mode, settings.vad, turns),
    },
    output: { format: PCM, ...(leftOut.has('voice') ? {} : { voice: settings.voice }), ...(tellSpeed && !leftOut.has('speed') && { speed: settings.speed }) },
  },
})

/** The small update of a mode switch: fields that are not there keep their value. */
export const turnDetectionUpdate = (mode: TalkMode, vad: Vad, turns?: Profile['turns']) => ({
  type: 'realtime' as const,
  audio: { input: { turn_detection: turnDetection(mode, vad, turns) } },
})

export type SessionConfig = ReturnType<typeof sessionConfig>
export type TurnDetectionConfig = ReturnType<typeof turnDetectionUpdate>
