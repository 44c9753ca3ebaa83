import { z } from 'zod'
import { AskedFieldSchema, QuestionAnswerSchema } from '../../../shared/mcp/questions'
import { EraSchema, HttpConfigSchema, ServerIdSchema, StdioConfigSchema } from '../../../shared/mcp/servers'
import type { JsonObject } from '../../tools/core/tool'
import { CredentialsSchema } from './sign-in/credentials'

/**
 * What main and the process of the servers say to each other. Both check what they hear: in that process run the bytes of strangers.
 * Whatever concerns a server carries the `round` of its connection, so that nothing late is taken for something of the next one.
 */

const SecretsSchema = z.record(z.string().max(128), z.string().max(16_384))
const JsonObjectSchema = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

const CallIdSchema = z.string().max(64)
const SignInIdSchema = z.string().max(64)
const RoundSchema = z.object({ server: ServerIdSchema, round: z.number().int() })

/** With everything that the person's entry only names. */
const ResolvedReachSchema = z.discriminatedUnion('kind', [
  StdioConfigSchema.extend({ env: SecretsSchema }),
  HttpConfigSchema.omit({ clientId: true }).extend({ headers: SecretsSchema }),
])

export const ToProcessSchema = z.discriminatedUnion('type', [
  RoundSchema.extend({ type: z.literal('connect'), entryHash: z.string().max(128), reach: ResolvedReachSchema, era: EraSchema.nullable(), credentials: CredentialsSchema.nullable() }),
  RoundSchema.extend({ type: z.literal('list') }),
  RoundSchema.extend({ type: z.literal('call'), call: CallIdSchema, tool: z.string().max(256), arguments: JsonObjectSchema }),
  z.object({ type: z.literal('cancel'), call: CallIdSchema }),
  z.object({ type: z.literal('answer'), question: CallIdSchema, answer: QuestionAnswerSchema }),
  RoundSchema.extend({ type: z.literal('close') }),
  z.object({ type: z.literal('sign-in'), server: ServerIdSchema, signIn: SignInIdSchema, url: z.string().max(2_048), clientId: z.string().max(2_048).nullable() }),
  /** Whatever it is at, it ends; nothing more is said of it. */
  z.object({ type: z.literal('end-sign-in'), signIn: SignInIdSchema }),
  /** They are not kept here any more; where they come from is told, if it can be. */
  z.object({ type: z.literal('revoke'), url: z.string().max(2_048), credentials: CredentialsSchema }),
  /** Everything ends, and the process with it. */
  z.object({ type: z.literal('end') }),
])

/** A tool as it was listed: checked for form, bounded and without invisible characters; its hash is over what the server sent. */
export const ListedToolSchema = z.object({
  name: z.string().min(1).max(256),
  title: z.string().max(200).nullable(),
  description: z.string().max(20_000),
  schema: JsonObjectSchema,
  readOnly: z.boolean(),
  destructive: z.boolean(),
  hash: z.string().max(128),
})

const ImageSchema = z.string().max(2_100_000).startsWith('data:image/')

/** What came of a call. `text`: of the whole result, in words, cut where a model stops reading. `notAsked`: a question of the server was declined meanwhile, and the person not asked. */
export const CallResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), text: z.string().max(8_000), isError: z.boolean(), images: z.array(ImageSchema).max(4).readonly(), notAsked: z.literal(true).optional() }),
  z.object({ kind: z.literal('failed'), reason: z.enum(['no-connection', 'too-long', 'cancelled', 'refused', 'unreadable']), words: z.string().max(400) }),
])

const QuestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('form'), fields: z.array(AskedFieldSchema).max(16).readonly() }),
  z.object({ kind: z.literal('url'), url: z.string().max(2_048), host: z.string().max(253) }),
])

export const FromProcessSchema = z.discriminatedUnion('type', [
  /** A process was started for it. */
  RoundSchema.extend({ type: z.literal('started'), pid: z.number().int() }),
  RoundSchema.extend({ type: z.literal('ready'), era: EraSchema.nullable() }),
  /** `retry`: the same again may work. */
  RoundSchema.extend({ type: z.literal('gone'), reason: z.string().max(400), retry: z.boolean() }),
  /** In parts, so that no message is large; the last one says what was left out. */
  RoundSchema.extend({ type: z.literal('tools'), first: z.boolean(), last: z.boolean(), tools: z.array(ListedToolSchema).max(64), leftOut: z.string().max(400).nullable() }),
  RoundSchema.extend({ type: z.literal('log'), lines: z.array(z.string().max(500)).max(64) }),
  z.object({ type: z.literal('progress'), call: CallIdSchema, words: z.string().max(80) }),
  z.object({ type: z.literal('result'), call: CallIdSchema, result: CallResultSchema }),
  RoundSchema.extend({ type: z.literal('question'), question: CallIdSchema, message: z.string().max(2_000), asks: QuestionSchema }),
  /** What the server wanted to know is asked of nobody: it looks like a secret, or cannot be asked for. Told once in a round. */
  RoundSchema.extend({ type: z.literal('not-asked') }),
  /** The server does not wait for it any more. */
  z.object({ type: z.literal('withdrawn'), question: CallIdSchema }),
  /** It has ended, since it lets nobody in who has not signed in, or not any more. */
  RoundSchema.extend({ type: z.literal('sign-in-wanted') }),
  /** Renewed in use. */
  RoundSchema.extend({ type: z.literal('credentials'), credentials: CredentialsSchema }),
  /** To be opened in the browser; its answer is waited for. */
  z.object({ type: z.literal('sign-in-page'), signIn: SignInIdSchema, url: z.string().max(8_192) }),
  z.object({ type: z.literal('signed-in'), signIn: SignInIdSchema, credentials: CredentialsSchema }),
  z.object({ type: z.literal('not-signed-in'), signIn: SignInIdSchema, reason: z.string().max(400) }),
])

export type ToProcess = z.infer<typeof ToProcessSchema>
export type FromProcess = z.infer<typeof FromProcessSchema>
export type ListedTool = z.infer<typeof ListedToolSchema>
export type CallResult = z.infer<typeof CallResultSchema>
export type ResolvedReach = z.infer<typeof ResolvedReachSchema>
export type Question = z.infer<typeof QuestionSchema>
