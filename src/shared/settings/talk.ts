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

const fields = {
  model: z.string().trim().min(1).max(MAX_NAME_CHARS),
  voice: z.string().trim().min(1).max(MAX_NAME_CHARS),
  instructions: z.string().max(MAX_INSTRUCTION_CHARS),
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
    longestTurnMinutes: LONGEST_TURN_MINUTES,
    vad: { kind: 'server' as const, threshold: 0.5, paddingMs: 300, silenceMs: 500, idleTimeoutMs: null, eagerness: 'auto' as const },
    sleepAfterMinutes: 5,
    deliverWithinSeconds: 60,
  }),
}

export type TalkMode = z.infer<typeof TalkModeSchema>
export type Vad = z.infer<typeof VadSchema>
