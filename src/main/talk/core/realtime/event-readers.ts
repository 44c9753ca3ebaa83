import { readError, readItem, readPart, readRateLimit, readResponse, readSession } from './read-objects'
import type { ServerEvent, ServerEventType } from './server-event-types'
import { type Fields, fieldsAt, isFields, itemAt, listAt, numberAt, responseAt, textAt } from './wire-fields'

type Of<Type extends ServerEventType> = Extract<ServerEvent, { type: Type }>

/** Null: something is missing without which the event means nothing. */
type Readers = { readonly [Type in ServerEventType]: (raw: Fields) => Of<Type> | null }

const inResponse = <Type extends ServerEventType, More extends object>(type: Type, raw: Fields, more: More) => {
  const item = itemAt(raw, 'item_id')
  return item === null ? null : { type, response: responseAt(raw, 'response_id'), item, ...more }
}

const ofItem = <Type extends ServerEventType, More extends object>(type: Type, raw: Fields, more: More) => {
  const item = itemAt(raw, 'item_id')
  return item === null ? null : { type, item, ...more }
}

const withItem = <Type extends 'conversation.item.added' | 'conversation.item.done'>(type: Type, raw: Fields) => {
  const item = readItem(fieldsAt(raw, 'item'))
  return item === null ? null : { type, item, previous: itemAt(raw, 'previous_item_id') }
}

const withOutputItem = <Type extends 'response.output_item.added' | 'response.output_item.done'>(type: Type, raw: Fields) => {
  const item = readItem(fieldsAt(raw, 'item'))
  return item === null ? null : { type, item, response: responseAt(raw, 'response_id') }
}

const withResponse = <Type extends 'response.created' | 'response.done'>(type: Type, raw: Fields) => {
  const response = readResponse(fieldsAt(raw, 'response'))
  return response === null ? null : { type, response }
}

const usageOf = (raw: Fields) => {
  const usage = raw['usage']
  return isFields(usage) ? usage : null
}

const delta = (raw: Fields) => ({ delta: textAt(raw, 'delta') ?? '' })
const part = (raw: Fields) => ({ part: numberAt(raw, 'content_index') ?? 0 })
const transcript = (raw: Fields) => ({ transcript: textAt(raw, 'transcript') ?? textAt(raw, 'text') ?? '' })

const TRANSCRIPTION = 'conversation.item.input_audio_transcription'

/** One entry for each event the app knows; a new variant without a reader does not compile. */
export const READERS: Readers = {
  error: (raw) => {
    const error = fieldsAt(raw, 'error')
    return { type: 'error', error: readError(error), eventId: textAt(error, 'event_id') || null } // an empty id names nothing
  },
  'session.created': (raw) => ({ type: 'session.created', session: readSession(fieldsAt(raw, 'session')) }),
  'conversation.created': () => ({ type: 'conversation.created' }),
  'session.updated': (raw) => ({ type: 'session.updated', session: readSession(fieldsAt(raw, 'session')) }),
  'conversation.item.added': (raw) => withItem('conversation.item.added', raw),
  'conversation.item.done': (raw) => withItem('conversation.item.done', raw),
  'conversation.item.truncated': (raw) => ofItem('conversation.item.truncated', raw, {}),
  'conversation.item.deleted': (raw) => ofItem('conversation.item.deleted', raw, {}),
  [`${TRANSCRIPTION}.delta`]: (raw) => ofItem(`${TRANSCRIPTION}.delta`, raw, delta(raw)),
  [`${TRANSCRIPTION}.updated`]: (raw) => ofItem(`${TRANSCRIPTION}.updated`, raw, transcript(raw)),
  [`${TRANSCRIPTION}.completed`]: (raw) => ofItem(`${TRANSCRIPTION}.completed`, raw, { ...transcript(raw), usage: usageOf(raw) }),
  [`${TRANSCRIPTION}.failed`]: (raw) => ofItem(`${TRANSCRIPTION}.failed`, raw, { error: readError(fieldsAt(raw, 'error')) }),
  'input_audio_buffer.committed': (raw) => ({
    type: 'input_audio_buffer.committed',
    item: itemAt(raw, 'item_id'),
    previous: itemAt(raw, 'previous_item_id'),
  }),
  'input_audio_buffer.cleared': () => ({ type: 'input_audio_buffer.cleared' }),
  'input_audio_buffer.speech_started': (raw) => ({ type: 'input_audio_buffer.speech_started', item: itemAt(raw, 'item_id') }),
  'input_audio_buffer.speech_stopped': (raw) => ({ type: 'input_audio_buffer.speech_stopped', item: itemAt(raw, 'item_id') }),
  'input_audio_buffer.timeout_triggered': (raw) => ({ type: 'input_audio_buffer.timeout_triggered', item: itemAt(raw, 'item_id') }),
  'response.created': (raw) => withResponse('response.created', raw),
  'response.done': (raw) => withResponse('response.done', raw),
  'response.output_item.added': (raw) => withOutputItem('response.output_item.added', raw),
  'response.output_item.done': (raw) => withOutputItem('response.output_item.done', raw),
  'response.output_audio.delta': (raw) => inResponse('response.output_audio.delta', raw, delta(raw)),
  'response.output_audio.done': (raw) => inResponse('response.output_audio.done', raw, {}),
  'response.output_audio_transcript.delta': (raw) => inResponse('response.output_audio_transcript.delta', raw, { ...delta(raw), ...part(raw) }),
  'response.output_audio_transcript.done': (raw) => inResponse('response.output_audio_transcript.done', raw, { ...transcript(raw), ...part(raw) }),
  'response.output_text.delta': (raw) => inResponse('response.output_text.delta', raw, { ...delta(raw), ...part(raw) }),
  'response.output_text.done': (raw) => inResponse('response.output_text.done', raw, { text: textAt(raw, 'text') ?? '', ...part(raw) }),
  'response.content_part.added': (raw) => inResponse('response.content_part.added', raw, {}),
  'response.content_part.done': (raw) => inResponse('response.content_part.done', raw, { ...readPart(fieldsAt(raw, 'part')), ...part(raw) }),
  'response.function_call_arguments.done': (raw) =>
    inResponse('response.function_call_arguments.done', raw, {
      callId: textAt(raw, 'call_id'),
      name: textAt(raw, 'name'),
      arguments: textAt(raw, 'arguments') ?? '',
    }),
  'response.mcp_call.in_progress': (raw) => ofItem('response.mcp_call.in_progress', raw, {}),
  'mcp_list_tools.failed': (raw) => ofItem('mcp_list_tools.failed', raw, {}),
  'rate_limits.updated': (raw) => ({ type: 'rate_limits.updated', limits: listAt(raw, 'rate_limits').map(readRateLimit) }),
}
