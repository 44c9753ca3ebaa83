import { err, ok, type Result } from '../../../shared/result'
import { isFields, type Fields } from '../session/fields'
import { newRecord, type ItemRecord } from '../items/conversation'
import { errors, type ErrorBody } from '../session/errors'
import { readItem } from '../items/item-create'
import type { ResponseRequest } from './response-object'
import { problemOf } from '../configuration/problem'
import { mergeConfig, type SessionConfig } from '../configuration/session-config'
import type { Asker, SessionContext } from '../session/session-context'
import { responseSchema } from '../configuration/session-schema'
import { inputTokens, NO_TOKENS } from '../session/usage'

/** What a response is asked for and what it has heard. */
export interface Asked {
  readonly request: ResponseRequest
  readonly heard: readonly ItemRecord[]
  /** All it has to read: the `input` it was given, or the conversation. */
  readonly read: readonly ItemRecord[]
  readonly instructions: string
  /** Whether the client lets it call tools. */
  readonly mayCall: boolean
  /** What is said of the tools it may call. */
  readonly descriptions: readonly string[]
}

const referenced = (context: SessionContext, value: Fields): Result<ItemRecord, ErrorBody> => {
  const record = context.conversation.find(String(value['id']))
  return record === undefined ? err(errors.unknownItem('retrieve', String(value['id']))) : ok(record)
}

const inputRecord = (context: SessionContext, value: unknown): Result<ItemRecord, ErrorBody> => {
  if (isFields(value) && value['type'] === 'item_reference') return referenced(context, value)
  const made = readItem(value, context.ids)
  if (!made.ok) return made
  return ok(newRecord(made.value.item, made.value.audio, true))
}

/** The context a response was given by `input`, or `null` when it reads the conversation. */
const givenContext = (context: SessionContext, input: unknown): Result<readonly ItemRecord[] | null, ErrorBody> => {
  if (!Array.isArray(input)) return ok(null)
  const records: ItemRecord[] = []
  for (const value of input) {
    const record = inputRecord(context, value)
    if (!record.ok) return record
    records.push(record.value)
  }
  return ok(records)
}

/** What it has had done itself, or the last question. */
const lastWord = ({ conversation: { records } }: SessionContext): readonly ItemRecord[] => {
  const newest = records.slice(-1)
  return newest.some(({ item }) => item.type === 'mcp_call') ? newest : records.filter(({ item }) => item.role === 'user').slice(-1)
}

/** What a response answers: else it would answer the last question once more, and ask for the same again. */
const isNews = ({ item: { role, type } }: ItemRecord): boolean => role === 'user' || type === 'function_call_output' || type === 'mcp_approval_response'

/** A restored history ends with the assistant's last word; what the client wrote before that is no news. */
const heardBy = (context: SessionContext, outOfBand: boolean, given: readonly ItemRecord[] | null): readonly ItemRecord[] => {
  if (given !== null) return given
  const fresh = outOfBand ? context.conversation.records.filter((record) => !record.answered) : context.conversation.takeUnanswered()
  const news = fresh.slice(fresh.findLastIndex((record) => record.item.role === 'assistant') + 1)
  return news.some(isNews) ? news : lastWord(context)
}

const SESSION_FIELDS = ['instructions', 'output_modalities', 'tools', 'tool_choice', 'max_output_tokens', 'audio']

const effectiveConfig = (config: SessionConfig, overrides: Fields): SessionConfig =>
  mergeConfig(config, Object.fromEntries(Object.entries(overrides).filter(([name]) => SESSION_FIELDS.includes(name))))

/** The voice lock holds for the default conversation only (docs/wire-facts.md, Session configuration). */
const voiceProblem = (context: SessionContext, config: SessionConfig, outOfBand: boolean): ErrorBody | null =>
  !outOfBand && context.hasSpoken && config.audio.output.voice !== context.config.audio.output.voice
    ? { ...errors.voiceLocked(), param: 'response.audio.output.voice' }
    : null

const requestOf = (context: SessionContext, config: SessionConfig, overrides: Fields, given: readonly ItemRecord[] | null): Omit<ResponseRequest, 'askedBy'> => ({
  outOfBand: overrides['conversation'] === 'none',
  modality: config.output_modalities[0],
  maxOutputTokens: config.max_output_tokens,
  format: config.audio.output.format,
  voice: config.audio.output.voice,
  metadata: overrides['metadata'] ?? null,
  input: inputTokens(config, given ?? context.conversation.records),
  cached: given === null ? context.tokensRead : NO_TOKENS,
})

/** Joins the session with the overrides of one `response.create` (docs/wire-facts.md, Session configuration). The session itself stays as it is. */
export const readRequest = (context: SessionContext, askedBy: Asker, overrides: unknown): Result<Asked, ErrorBody> => {
  const problem = problemOf(responseSchema, overrides, 'response')
  if (problem !== null || !isFields(overrides)) return err(problem ?? errors.missingParameter('response'))
  const outOfBand = overrides['conversation'] === 'none'
  if (!outOfBand && context.active !== null) return err(errors.activeResponse(context.active.id))
  const config = effectiveConfig(context.config, overrides)
  const locked = voiceProblem(context, config, outOfBand)
  if (locked !== null) return err(locked)
  const given = givenContext(context, overrides['input'])
  if (!given.ok) return given
  const read = given.value ?? [...context.conversation.records]
  const request = { askedBy, ...requestOf(context, config, overrides, given.value) }
  return ok({ request, heard: heardBy(context, outOfBand, given.value), read, instructions: config.instructions, mayCall: config.tool_choice !== 'none', descriptions: config.tools.map(({ description }) => String(description ?? '')) })
}
