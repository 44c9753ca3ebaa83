import { isFields, type Fields } from '../session/fields'
import type { Frame } from '../session/wire'
import { requestHeard, sessionHeard, sessionTold } from './beta-sessions'

/** A server that speaks the protocol before GA. It shares nothing with the client that is tried against it. */

const spoken = (part: unknown): unknown => {
  if (!isFields(part)) return part
  if (part['type'] === 'output_text') return { ...part, type: 'text' }
  return part['type'] === 'output_audio' ? { ...part, type: 'audio' } : part
}

const itemTold = (item: Fields): Fields => (item['role'] === 'assistant' && Array.isArray(item['content']) ? { ...item, content: item['content'].map(spoken) } : item)

const written = (part: unknown): unknown => (isFields(part) && part['type'] === 'text' ? { ...part, type: 'output_text' } : part)

const itemHeard = (item: unknown): unknown => (isFields(item) && Array.isArray(item['content']) ? { ...item, content: item['content'].map(written) } : item)

function responseTold(response: Fields): Fields {
  const { output_modalities: modalities, audio, output, ...rest } = response
  const sound = isFields(audio) && isFields(audio['output']) ? audio['output'] : {}
  return {
    ...rest,
    modalities: Array.isArray(modalities) && modalities.includes('audio') ? ['text', 'audio'] : ['text'],
    voice: sound['voice'],
    output_audio_format: 'pcm16',
    temperature: 0.8,
    output: Array.isArray(output) ? output.map((item: unknown) => (isFields(item) ? itemTold(item) : item)) : output,
  }
}

/** Names that GA changed. */
const OLD: readonly (readonly [string, string])[] = [
  ['response.output_audio_transcript.', 'response.audio_transcript.'],
  ['response.output_audio.', 'response.audio.'],
  ['response.output_text.', 'response.text.'],
]

const oldName = (type: string): string => {
  if (type === 'conversation.item.added') return 'conversation.item.created'
  const found = OLD.find(([now]) => type.startsWith(now))
  return found === undefined ? type : `${found[1]}${type.slice(found[0].length)}`
}

/** Events that came with GA. */
const LATER = /^(conversation\.item\.done|input_audio_buffer\.timeout_triggered|.*mcp.*)$/

/** Null: it has no such event. */
export function frameTold(frame: Frame): Frame | null {
  if (LATER.test(frame.type)) return null
  const { item, response, session } = frame
  const isCall = frame.type === 'response.function_call_arguments.done'
  return {
    ...frame,
    ...(isCall ? { name: undefined } : {}), // undefined fields are left out of the JSON
    ...(isFields(item) ? { item: itemTold(item) } : {}),
    ...(isFields(response) ? { response: responseTold(response) } : {}),
    ...(isFields(session) ? { session: sessionTold(session) } : {}),
    type: oldName(frame.type),
  }
}

/** What a client says, as the session understands it. */
export function eventHeard(fields: Fields): Fields {
  const { type, session, item, response } = fields
  if (type === 'session.update' && isFields(session)) return { ...fields, session: sessionHeard(session) }
  if (type === 'conversation.item.create') return { ...fields, item: itemHeard(item) }
  if (type !== 'response.create' || !isFields(response)) return fields
  const { input } = response
  return { ...fields, response: { ...requestHeard(response), ...(Array.isArray(input) ? { input: input.map(itemHeard) } : {}) } }
}
