import { z } from 'zod'

/** Null: nobody has read it anywhere; it is tried, and what is refused is left out from then on. */
const known = z.boolean().nullable()

export const PROFILE_IDS = [
  'openai', 'azure', 'xai', 'elevenlabs', 'inworld', 'qwen-omni', 'qwen-audio', 'stepfun', 'localai', 'hf-s2s', 'speaches', 'stdapi', 'litellm', 'custom',
] as const

export const ProfileIdSchema = z.enum(PROFILE_IDS)

/** How the key goes out. `mint`: where a short-lived secret is made of it. */
const auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['bearer', 'api-key', 'basic', 'subprotocol', 'query', 'none']), mint: z.string().nullable() }),
  z.strictObject({ kind: z.literal('header'), name: z.string().regex(/^[a-z-]+$/), mint: z.string().nullable() }),
])

const audio = z.strictObject({ inRates: z.array(z.number()).min(1), outRates: z.array(z.number()).min(1), g711: z.array(z.enum(['pcmu', 'pcma'])) })

/**
 * `createAfter`: what a `response.create` waits for; `none`: the commit is answered by itself. `gateSilenceMs`: where turns cannot be
 * committed, so much silence ends one; it is sent at once and costs no time, so it is longer than most people pause.
 */
const turns = z.strictObject({
  manual: known,
  createAfter: z.enum(['commit', 'transcript', 'none']),
  serverVad: known,
  semanticVad: known,
  gateSilenceMs: z.number().int().positive().nullable(),
  /** Fields of a detection that are refused. */
  vadWithout: z.array(z.enum(['prefix_padding_ms', 'idle_timeout_ms'])),
})

/** `truncate`: `silent`: taken and not acknowledged, and perhaps not done. */
const barge = z.strictObject({ cancel: known, truncate: z.enum(['ack', 'silent', 'none', 'unknown']), clear: known })

/** `own`: ids of ours; `prefix`: only with the prefix of their kind. `audio`: what was said may be told as sound. */
const items = z.strictObject({
  own: z.enum(['any', 'prefix', 'ignored', 'unknown']),
  delete: known,
  previous: known,
  audio: known,
  images: z.enum(['item', 'buffer', 'none', 'unknown']),
})

/** `others`: names beyond those listed may be sent. */
const names = z.strictObject({ known: z.array(z.string()), others: z.boolean() })

const session = z.strictObject({
  transcription: names,
  voices: names.extend({ default: z.string().nullable() }),
  noiseReduction: known,
  modalities: z.enum(['one', 'both', 'none']),
  /** How long it lives where it does not say so itself; null: for ever, or nobody knows. */
  minutes: z.number().positive().nullable(),
  idleSeconds: z.number().positive().nullable(),
  updateAck: known,
})

export const ProfileSchema = z.strictObject({
  id: ProfileIdSchema,
  label: z.string().min(1),
  /** Ends of host names; a leading dot stands for any name before it. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
  urlTemplate: z.string().regex(/^(wss?:\/\/.+|\{url\})$/),
  fields: z.array(z.string()),
  auth,
  dialect: z.enum(['ga', 'beta', 'xai']),
  models: z.array(z.string()),
  audio,
  turns,
  barge,
  items,
  session,
  /** Responses outside the conversation. */
  oob: known,
  tools: z.enum(['flat', 'nested', 'none']),
  /** Events `ping` beside those of the WebSocket. */
  ping: z.boolean(),
  /** From the connect to the first event. */
  startSeconds: z.number().positive(),
  /** What a close code means there, and elsewhere does not. */
  closes: z.record(z.string().regex(/^\d{4}$/), z.enum(['auth', 'rate-limit', 'turned-away'])),
  source: z.string().min(1),
})

export type Profile = z.infer<typeof ProfileSchema>
export type ProfileId = Profile['id']
export type DialectName = Profile['dialect']
