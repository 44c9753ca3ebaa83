import { READERS } from './event-readers'
import type { ServerEvent, ServerEventType } from './server-event-types'
import { type Fields, isFields, textAt } from './wire-fields'

export type { LeftByConversation, LeftBySession, RateLimit, ServerEvent, ServerEventType, ServerItem, ServerResponse } from './server-event-types'

export type ParsedServerEvent =
  | { readonly kind: 'known'; readonly event: ServerEvent }
  /** Kept whole: new events are normal. */
  | { readonly kind: 'unknown'; readonly type: string; readonly raw: unknown }
  | { readonly kind: 'malformed'; readonly reason: 'not a JSON object' | 'no type' | `${ServerEventType} without its id` }

/** Beta names that gateways still send (docs/wire-facts.md, Older and other servers), and the legacy name of `added`. */
const ALIASES: ReadonlyMap<string, ServerEventType> = new Map<string, ServerEventType>([
  ['conversation.item.created', 'conversation.item.added'],
  ['response.text.delta', 'response.output_text.delta'],
  ['response.text.done', 'response.output_text.done'],
  ['response.audio.delta', 'response.output_audio.delta'],
  ['response.audio.done', 'response.output_audio.done'],
  ['response.audio_transcript.delta', 'response.output_audio_transcript.delta'],
  ['response.audio_transcript.done', 'response.output_audio_transcript.done'],
])

const isKnown = (type: string): type is ServerEventType => Object.hasOwn(READERS, type)

/** One text frame of the server. Never throws, whatever came; no schema, since audio passes here fifty times a second. */
export function parseServerEvent(text: string): ParsedServerEvent {
  const raw = parseJson(text)
  if (!isFields(raw)) return { kind: 'malformed', reason: 'not a JSON object' }
  const name = textAt(raw, 'type')
  if (name === null) return { kind: 'malformed', reason: 'no type' }
  const type = ALIASES.get(name) ?? name
  return isKnown(type) ? known(type, raw) : { kind: 'unknown', type: name, raw }
}

function known(type: ServerEventType, raw: Fields): ParsedServerEvent {
  const event = READERS[type](raw)
  return event === null ? { kind: 'malformed', reason: `${type} without its id` } : { kind: 'known', event }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
