import { z } from 'zod'
import { LONGEST_TURN_MINUTES } from '../longest-turn'

export const MAX_NAME_CHARS = 128
export const MAX_INSTRUCTION_CHARS = 16_000

export const TalkModeSchema = z.enum(['hold', 'hands-free'])

/** How the server finds the end of what is said hands-free. Times in ms. */
export const VadSchema = z.object({
  /** `server`: by loudness. `semantic`: by what is said; not every server can. */
  kind: z.enum(['server', 'semantic']),
  /** 0 hears everything, 1 next to nothing. */
  threshold: z.number().min(0).max(1),
  /** Sound before the first word that is taken along; the memory of what no session has answered keeps as much. */
  paddingMs: z.number().int().min(0).max(700),
  /** Silence that ends a sentence. */
  silenceMs: z.number().int().min(200).max(5_000),
  /** Silence after an answer in which the assistant speaks up by itself; null: never. */
  idleTimeoutMs: z.number().int().min(5_000).max(30_000).nullable(),
  /** How soon a pause counts as the end; only `semantic`. */
  eagerness: z.enum(['auto', 'low', 'medium', 'high']),
})

export const REASONING_EFFORTS = ['default', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const
/** What becomes of the oldest when a session is full: `part`: a fifth goes at once, so that the rest stays cheap. */
export const TRUNCATIONS = ['auto', 'part', 'disabled'] as const
export const DEFAULT_TRANSCRIPTION = 'gpt-transcribe'
/** ISO-639-1, as the API takes it. */
export const LANGUAGE_CODE = /^[a-z]{2}$/
export const MAX_HINT_CHARS = 1_000
export const SLOWEST = 0.5
export const FASTEST = 1.5

const ReasoningEffortSchema = z.enum(REASONING_EFFORTS)
const TruncationSchema = z.enum(TRUNCATIONS)

const fields = {
  model: z.string().trim().min(1).max(MAX_NAME_CHARS),
  voice: z.string().trim().min(1).max(MAX_NAME_CHARS),
  instructions: z.string().max(MAX_INSTRUCTION_CHARS),
  /** Of the server's voice; 1 is its own. The API takes 0.25 to 1.5. */
  speed: z.number().min(0.25).max(FASTEST),
  /** Answers are read and not heard. */
  captionsOnly: z.boolean(),
  /** Tokens of one answer; null: as many as the server gives. */
  maxOutputTokens: z.number().int().min(1).max(4_096).nullable(),
  /** `default`: as the model has it; a model that does not reason refuses any other. */
  reasoningEffort: ReasoningEffortSchema,
  truncation: TruncationSchema,
  /** Empty: what is said is not written down. */
  transcriptionModel: z.string().trim().max(MAX_NAME_CHARS),
  /** Empty: any. */
  transcriptionLanguage: z.union([z.literal(''), z.string().regex(LANGUAGE_CODE)]),
  /** Names and words that the transcription may expect. */
  transcriptionPrompt: z.string().max(MAX_HINT_CHARS),
  /** Minutes until a turn ends by itself. */
  longestTurnMinutes: z.number().positive().max(LONGEST_TURN_MINUTES),
  vad: VadSchema,
  /** Quiet minutes until the connection is closed; 0: never. */
  sleepAfterMinutes: z.number().min(0).max(1_440),
  /** How long speech waits for a connection before it becomes a draft. */
  deliverWithinSeconds: z.number().min(5).max(600),
}

export const talkSettings = {
  fields,
  settingsPage: { ...fields, vad: VadSchema.partial().strict() },
  firstSteps: {},
  historyPage: {},
  defaults: () => ({
    model: 'gpt-realtime-2.1',
    voice: 'marin',
    instructions: 'You are a helpful voice assistant. Answer briefly, in the language the person speaks.',
    speed: 1,
    captionsOnly: false,
    maxOutputTokens: null,
    reasoningEffort: 'default' as const,
    truncation: 'auto' as const,
    transcriptionModel: DEFAULT_TRANSCRIPTION,
    transcriptionLanguage: '',
    transcriptionPrompt: '',
    longestTurnMinutes: LONGEST_TURN_MINUTES,
    vad: { kind: 'server' as const, threshold: 0.5, paddingMs: 300, silenceMs: 500, idleTimeoutMs: null, eagerness: 'auto' as const },
    sleepAfterMinutes: 5,
    deliverWithinSeconds: 60,
  }),
}

export type TalkMode = z.infer<typeof TalkModeSchema>
export type ReasoningEffort = z.infer<typeof ReasoningEffortSchema>
export type Truncation = z.infer<typeof TruncationSchema>
export type Vad = z.infer<typeof VadSchema>
