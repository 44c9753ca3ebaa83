import { SAMPLE_RATE_HZ } from '../../../shared/audio/audio-format'
import { isFields, type Fields } from '../session/fields'

interface ServerVad {
  readonly type: 'server_vad'
  readonly threshold: number
  readonly prefix_padding_ms: number
  readonly silence_duration_ms: number
  readonly idle_timeout_ms: number | null
  readonly create_response: boolean
  readonly interrupt_response: boolean
}

interface SemanticVad {
  readonly type: 'semantic_vad'
  readonly eagerness: 'low' | 'medium' | 'high' | 'auto'
  readonly create_response: boolean
  readonly interrupt_response: boolean
}

export type TurnDetection = ServerVad | SemanticVad

/** The whole effective session, as `session.created` and `session.updated` show it (docs/wire-facts.md, Session configuration). */
export interface SessionConfig {
  readonly type: 'realtime'
  readonly object: 'realtime.session'
  readonly id: string
  readonly model: string
  /** Unix seconds. */
  readonly expires_at: number
  readonly output_modalities: readonly ['audio'] | readonly ['text']
  readonly instructions: string
  readonly tools: readonly Fields[]
  readonly tool_choice: unknown
  readonly max_output_tokens: number | 'inf'
  readonly tracing: unknown
  readonly truncation: unknown
  readonly prompt: unknown
  readonly include: unknown
  readonly parallel_tool_calls?: boolean
  readonly reasoning?: { readonly effort?: string }
  readonly audio: {
    readonly input: {
      readonly format: object
      readonly transcription: { readonly model?: string } | null
      readonly noise_reduction: object | null
      readonly turn_detection: TurnDetection | null
    }
    readonly output: { readonly format: object; readonly voice: unknown; readonly speed: number }
  }
}

const PCM = { type: 'audio/pcm', rate: SAMPLE_RATE_HZ } as const

const VAD_DEFAULTS: { readonly server_vad: ServerVad; readonly semantic_vad: SemanticVad } = {
  // 200 ms is what the wire sends, although the documentation says 500 (docs/wire-facts.md, Voice activity).
  server_vad: {
    type: 'server_vad',
    threshold: 0.5,
    prefix_padding_ms: 300,
    silence_duration_ms: 200,
    idle_timeout_ms: null,
    create_response: true,
    interrupt_response: true,
  },
  semantic_vad: { type: 'semantic_vad', eagerness: 'auto', create_response: true, interrupt_response: true },
}

export const defaultConfig = (id: string, model: string, expiresAt: number): SessionConfig => ({
  type: 'realtime',
  object: 'realtime.session',
  id,
  model,
  expires_at: expiresAt,
  output_modalities: ['audio'],
  instructions: 'Practice mode: repeat what the user said, in the user’s own voice.',
  tools: [],
  tool_choice: 'auto',
  max_output_tokens: 'inf',
  tracing: null,
  truncation: 'auto',
  prompt: null,
  include: null,
  audio: {
    input: { format: PCM, transcription: null, noise_reduction: null, turn_detection: VAD_DEFAULTS.server_vad },
    output: { format: PCM, voice: 'marin', speed: 1 },
  },
})

/** These come whole or not at all; everything else merges field by field (docs/wire-facts.md, Session configuration). */
const REPLACED_WHOLE: ReadonlySet<string> = new Set(['tools', 'tool_choice', 'truncation', 'tracing', 'prompt', 'include', 'output_modalities'])

const mergeTurnDetection = (base: unknown, patch: Fields): unknown => {
  const defaults: Fields = patch['type'] === 'semantic_vad' ? { ...VAD_DEFAULTS.semantic_vad } : { ...VAD_DEFAULTS.server_vad }
  const keep = isFields(base) && base['type'] === patch['type'] ? base : defaults
  return { ...keep, ...patch }
}

const mergeValue = (key: string, base: unknown, patch: unknown): unknown => {
  if (REPLACED_WHOLE.has(key) || !isFields(patch)) return patch
  if (key === 'turn_detection') return mergeTurnDetection(base, patch)
  return mergeFields(isFields(base) ? base : {}, patch)
}

function mergeFields(base: Fields, patch: Fields): Fields {
  return Object.entries(patch).reduce<Fields>((merged, [key, value]) => ({ ...merged, [key]: mergeValue(key, base[key], value) }), base)
}

/** `patch` must have passed `sessionSchema`; that is what makes the cast true. A differing `model` is ignored, as on the real wire. */
export const mergeConfig = (config: SessionConfig, patch: Fields): SessionConfig =>
  mergeFields({ ...config }, { ...patch, model: config.model }) as unknown as SessionConfig
