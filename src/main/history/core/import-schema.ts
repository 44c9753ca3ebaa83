import { z } from 'zod'
import { type CallAccount, EARLY_ENDS, type ToolCall } from '../../../shared/conversation'
import { conversationId, itemId } from '../../../shared/ids'
import type { ResponseUsage } from '../../../shared/history'
import { MAX_IMAGE_BYTES, MAX_IMAGES } from '../../../shared/images/images'
import { plainLine } from '../../../shared/text/plain-line'
import { err, ok, type Result } from '../../../shared/result'
import { ACTION_OUTCOMES, APPROVALS } from '../../../shared/tools/actions'
import type { ConversationHead, ItemWrite } from './ports'
import { EXPORT_FORMAT, EXPORT_VERSION, NOT_OURS } from './export-json'

/** A conversation of an export, ready to be stored. */
export interface ImportedConversation extends ConversationHead {
  readonly title: string
  readonly titled: boolean
  readonly pinned: boolean
  readonly updatedAt: number
  readonly items: readonly ImportedItem[]
  readonly usage: readonly ResponseUsage[]
}

/** `images`: as base64, not looked at yet. */
export interface ImportedItem {
  readonly write: ItemWrite
  readonly images: readonly string[]
}

const Id = z.string().min(1).max(128)
/** A server's, in files of earlier versions: of any length. */
const ServerId = z.string().min(1)
const Time = z.iso.datetime().transform((text) => Date.parse(text)).refine((at) => at >= 0, 'must not be before 1970')
const Count = z.number().int().min(0)
const Name = z.string().max(1_000).transform(plainLine)

const PassageSchema = z.object({
  cite: z.string().max(8),
  folder: Id,
  path: z.string().max(4_096),
  file: Name,
  page: Count.nullable(),
  heading: Name.nullable(),
})

const AccountSchema = z.object({
  title: Name,
  approval: z.enum(APPROVALS),
  outcome: z.enum(ACTION_OUTCOMES),
  result: Name.nullable(),
  elapsedMs: z.number().min(0).nullable(),
  passages: z.array(PassageSchema).max(64).optional(),
})

const ToolSchema = z.object({ callId: z.string(), name: z.string(), arguments: z.string(), output: z.string().nullable(), account: AccountSchema.optional() })

/** What else is told of it is told by its bytes as well. */
const ImageSchema = z.object({ data: z.string().max(2 * MAX_IMAGE_BYTES) })

const ItemSchema = z.object({
  id: ServerId,
  position: z.number(),
  role: z.enum(['user', 'assistant']),
  kind: z.enum(['speech', 'text', 'tool']),
  status: z.enum(['in-progress', 'done', 'interrupted', 'failed']),
  createdAt: Time,
  text: z.string(),
  heardChars: Count.nullable(),
  ended: z.enum(EARLY_ENDS).optional().catch(undefined),
  audioMs: z.number().min(0).nullable(),
  tool: ToolSchema.optional(),
  images: z.array(ImageSchema).max(MAX_IMAGES).optional(),
})

const UsageSchema = z.object({
  response: ServerId, at: Time, inputTokens: Count, cachedTokens: Count, outputTokens: Count, inputAudioTokens: Count, outputAudioTokens: Count,
})

const ConversationSchema = z.object({
  id: Id,
  title: Name,
  titled: z.boolean(),
  pinned: z.boolean(),
  startedAt: Time,
  updatedAt: Time,
  endpoint: Name,
  usage: z.array(UsageSchema).default([]),
  items: z.array(ItemSchema).refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'two items have the same id'),
})

const FrameSchema = z.object({ format: z.literal(EXPORT_FORMAT), version: z.number(), exportedAt: z.string(), conversations: z.tuple([]) })

/** What is wrong with the file apart from its conversations; null when nothing is. */
export function frameFault(read: unknown): string | null {
  const frame = FrameSchema.safeParse(read)
  if (!frame.success) return NOT_OURS
  return frame.data.version === EXPORT_VERSION ? null : `It was written by another version of Parley (format ${String(frame.data.version)}).`
}

/** Conversation number `place` of the file, or what is wrong with it. */
export function conversationFrom(value: unknown, place: number): Result<ImportedConversation, string> {
  const read = ConversationSchema.safeParse(value)
  if (read.success) return ok(imported(read.data))
  const issue = read.error.issues[0]
  const where = [`Conversation ${String(place)}`, ...(issue?.path ?? []).map(String)].join(' → ')
  return err(`${where}: ${issue?.message ?? 'cannot be read'}`)
}

const accountFrom = ({ passages, ...account }: z.output<typeof AccountSchema>): CallAccount => ({ ...account, ...(passages === undefined ? {} : { passages }) })

const toolFrom = ({ account, ...call }: z.output<typeof ToolSchema>): ToolCall => ({ ...call, ...(account === undefined ? {} : { account: accountFrom(account) }) })

const itemFrom = ({ position, tool, id, ended, images = [], ...rest }: z.output<typeof ItemSchema>): ImportedItem => ({
  write: { position, item: { ...rest, id: itemId(id), hasAudio: false, ...(ended === undefined ? {} : { ended }), ...(tool === undefined ? {} : { tool: toolFrom(tool) }) } },
  images: images.map(({ data }) => data),
})

function imported(read: z.output<typeof ConversationSchema>): ImportedConversation {
  const { id: text, endpoint, items, usage, ...rest } = read
  const id = conversationId(text)
  return { ...rest, id, endpointName: endpoint, items: items.map(itemFrom), usage: usage.map((one) => ({ ...one, conversation: id })) }
}
