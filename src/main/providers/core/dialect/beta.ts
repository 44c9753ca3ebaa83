import { type Fields, fieldsAt, isFields } from '../../../talk/core/realtime/wire-fields'
import { betaItem, betaRequest, gaItem, gaResponse } from './beta-items'
import { betaSession, gaSession } from './beta-session'
import type { Dialect } from './dialect'

const NAMES: ReadonlyMap<unknown, string> = new Map([
  ['response.text.delta', 'response.output_text.delta'],
  ['response.text.done', 'response.output_text.done'],
  ['response.audio.delta', 'response.output_audio.delta'],
  ['response.audio.done', 'response.output_audio.done'],
  ['response.audio_transcript.delta', 'response.output_audio_transcript.delta'],
  ['response.audio_transcript.done', 'response.output_audio_transcript.done'],
  ['transcription_session.created', 'session.created'],
  ['transcription_session.updated', 'session.updated'],
])

function encode(event: Fields): Fields | null {
  switch (event['type']) {
    case 'session.update':
      return encodeUpdate(event)
    case 'conversation.item.create': {
      const item = betaItem(fieldsAt(event, 'item'))
      return item === null ? null : { ...event, item }
    }
    case 'response.create':
      return isFields(event['response']) ? { ...event, response: betaRequest(event['response']) } : event
    default:
      return event
  }
}

function encodeUpdate(event: Fields): Fields {
  const session = fieldsAt(event, 'session')
  return { ...event, ...(session['type'] === 'transcription' && { type: 'transcription_session.update' }), session: betaSession(session) }
}

/** It has no word for the end of an item: what is not in progress is whole. */
const announced = (event: Fields, item: Fields): readonly Fields[] => {
  const added = { ...event, type: 'conversation.item.added', item }
  return item['status'] === 'in_progress' ? [added] : [added, { ...added, type: 'conversation.item.done' }]
}

function decode(event: Fields): readonly Fields[] {
  const { type, item, response, session } = event
  if (type === 'conversation.item.created') return isFields(item) ? announced(event, gaItem(item)) : [{ ...event, type: 'conversation.item.added' }]
  const name = NAMES.get(type) ?? type
  return [{
    ...event,
    type: name,
    ...(isFields(item) && { item: gaItem(item) }),
    ...(isFields(response) && { response: gaResponse(response) }),
    ...(isFields(session) && { session: gaSession(session, name === type ? 'realtime' : 'transcription') }),
  }]
}

/** The protocol before GA, as other makers still serve it; OpenAI and Azure refuse it (docs/wire-facts.md, Older and other servers). */
export const BETA: Dialect = { encode, decode }
