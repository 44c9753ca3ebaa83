import type { ApiError } from '../../../../shared/errors/classify-error'
import type { HostedPart, RateLimit, ServerItem, ServerResponse, ServerSession } from './server-event-types'
import { joinWords } from './join-words'
import { type Fields, fieldsAt, isFields, itemAt, listAt, numberAt, responseAt, textAt } from './wire-fields'

/** The objects inside server events; null where the id that everything hangs on is missing. */

export function readError(raw: Fields): ApiError {
  const param = textAt(raw, 'param')
  return {
    type: textAt(raw, 'type') ?? '',
    code: textAt(raw, 'code'),
    message: textAt(raw, 'message') ?? '',
    ...(param === null ? {} : { param }),
  }
}

/** GA nests turn detection and voice under `audio`, beta has them on top; absent is not the same as null. */
export function readSession(raw: Fields): ServerSession {
  const audio = fieldsAt(raw, 'audio')
  const input = 'turn_detection' in raw ? raw : fieldsAt(audio, 'input')
  return {
    expiresAt: numberAt(raw, 'expires_at'),
    vad: 'turn_detection' in input ? isFields(input['turn_detection']) : null,
    voice: textAt(fieldsAt(audio, 'output'), 'voice') ?? textAt(raw, 'voice'),
  }
}
/** Finished items say `output_audio`, content parts and beta servers `audio` (docs/wire-facts.md, Events and objects). */
const SPEECH: ReadonlySet<string> = new Set(['audio', 'output_audio', 'input_audio'])

export const readPart = (raw: Fields): { readonly text: string; readonly speech: boolean } => ({
  text: textAt(raw, 'text') ?? textAt(raw, 'transcript') ?? '',
  speech: SPEECH.has(textAt(raw, 'type') ?? ''),
})

const ROLES = ['user', 'assistant', 'system'] as const
const ITEM_STATUSES = ['in_progress', 'completed', 'incomplete'] as const

const oneOf = <Word extends string>(value: string | null, words: readonly Word[]): Word | null =>
  words.find((word) => word === value) ?? null

/** Nobody has more; what a listing says beyond is of no use. */
const MOST_TOOLS = 256
const MAX_TEXT_CHARS = 20_000

const hostedPart = (raw: Fields): HostedPart => ({
  label: textAt(raw, 'server_label') ?? '',
  request: itemAt(raw, 'approval_request_id'),
  error: isFields(raw['error']) ? (textAt(raw['error'], 'message') ?? 'It failed.').slice(0, MAX_TEXT_CHARS) : textAt(raw, 'error'),
  tools: listAt(raw, 'tools').slice(0, MOST_TOOLS).map((tool) => ({ name: textAt(tool, 'name') ?? '', description: (textAt(tool, 'description') ?? '').slice(0, MAX_TEXT_CHARS) })),
})

export function readItem(raw: Fields): ServerItem | null {
  const id = itemAt(raw, 'id')
  if (id === null) return null
  const parts = listAt(raw, 'content')
  const type = textAt(raw, 'type') ?? 'message'
  return {
    id,
    type,
    role: oneOf(textAt(raw, 'role'), ROLES),
    status: oneOf(textAt(raw, 'status'), ITEM_STATUSES),
    text: parts.map((part) => readPart(part).text).reduce(joinWords, ''),
    speech: parts.length === 0 ? null : parts.some((part) => readPart(part).speech),
    callId: textAt(raw, 'call_id') || null, // an empty id is no id
    name: textAt(raw, 'name'),
    arguments: textAt(raw, 'arguments'),
    output: textAt(raw, 'output'),
    ...(type.startsWith('mcp_') ? { mcp: hostedPart(raw) } : {}),
  }
}
const RESPONSE_STATUSES = ['in_progress', 'completed', 'cancelled', 'failed', 'incomplete'] as const

export function readResponse(raw: Fields): ServerResponse | null {
  if (Object.keys(raw).length === 0) return null
  const details = fieldsAt(raw, 'status_details')
  const error = details['error']
  const usage = raw['usage']
  const metadata = metadataOf(raw)
  return {
    id: responseAt(raw, 'id'),
    status: oneOf(textAt(raw, 'status'), RESPONSE_STATUSES),
    reason: textAt(details, 'reason'),
    error: isFields(error) ? readError(error) : null,
    output: listAt(raw, 'output').flatMap((item) => readItem(item) ?? []),
    usage: isFields(usage) ? usage : null,
    metadata,
    conversation: textAt(raw, 'conversation_id'),
    outOfBand: metadata !== null && raw['conversation_id'] === null,
  }
}

/**
 * An empty one says nothing. `conversation_id: null` alone does not make a response out-of-band: there are servers that send
 * it with every response (docs/wire-facts.md, Events and objects). Only what we ask for is, and all we ask for carries metadata.
 */
function metadataOf(raw: Fields): Fields | null {
  const metadata = raw['metadata']
  return isFields(metadata) && Object.keys(metadata).length > 0 ? metadata : null
}

export const readRateLimit = (raw: Fields): RateLimit => ({
  name: textAt(raw, 'name') ?? '',
  remaining: numberAt(raw, 'remaining'),
  resetSeconds: numberAt(raw, 'reset_seconds'),
})
