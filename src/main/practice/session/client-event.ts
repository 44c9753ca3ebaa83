import { err, ok, type Result } from '../../../shared/result'
import { isFields, type Fields } from './fields'
import { errors, type ErrorBody } from './errors'

/** The eleven client events of the GA protocol (docs/wire-facts.md, Events and objects). */
const CLIENT_EVENT_TYPES = [
  'session.update',
  'input_audio_buffer.append',
  'input_audio_buffer.commit',
  'input_audio_buffer.clear',
  'output_audio_buffer.clear',
  'conversation.item.create',
  'conversation.item.retrieve',
  'conversation.item.truncate',
  'conversation.item.delete',
  'response.create',
  'response.cancel',
] as const

type ClientEventType = (typeof CLIENT_EVENT_TYPES)[number]

export interface ClientEvent {
  readonly type: ClientEventType
  readonly eventId: string | null
  readonly fields: Fields
}

export interface Refusal {
  readonly body: ErrorBody
  readonly eventId: string | null
}

const isKnown = (type: string): type is ClientEventType => CLIENT_EVENT_TYPES.some((known) => known === type)

const parseJson = (message: string): unknown => {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}

const unknownType = (type: string): ErrorBody =>
  errors.invalidValue('type', `Invalid value: '${type}'. Supported values are: ${CLIENT_EVENT_TYPES.map((known) => `'${known}'`).join(', ')}.`)

/** Never throws: what cannot be an event becomes the error the real server answers with (docs/wire-facts.md, Frames and pings). */
export const readClientEvent = (message: string): Result<ClientEvent, Refusal> => {
  const fields = parseJson(message)
  if (fields === undefined) return err({ body: errors.invalidJson(), eventId: null })
  if (!isFields(fields)) return err({ body: errors.invalidEvent('An event must be a JSON object.'), eventId: null })
  const eventId = typeof fields['event_id'] === 'string' ? fields['event_id'] : null
  const type = fields['type']
  if (type === undefined) return err({ body: errors.missingParameter('type'), eventId })
  if (typeof type !== 'string' || !isKnown(type)) return err({ body: unknownType(String(type)), eventId })
  if ((eventId?.length ?? 0) > 512) return err({ body: errors.invalidValue('event_id', 'event_id is longer than 512 characters.'), eventId: null })
  return ok({ type, eventId, fields })
}
