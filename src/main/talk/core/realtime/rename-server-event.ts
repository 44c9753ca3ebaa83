import type { ItemId, ResponseId } from '../../../../shared/ids'
import type { ServerEvent, ServerItem, ServerResponse } from './server-event-types'

/** Which of ours the server means, in each of the places where it names something. */
export interface OwnNames {
  /** `begins`: it is announced before it has any content. */
  announced(item: ServerItem, begins: boolean): ItemId
  inResponse(response: ResponseId | null, item: ItemId): ItemId
  committed(item: ItemId): ItemId
  mentioned(item: ItemId): ItemId
  /** Null: nobody has heard of it. */
  known(item: ItemId): ItemId | null
  response(id: ResponseId): ResponseId
  responseBegun(id: ResponseId): ResponseId
  /** Null: the one that runs, whatever its name. Answers which of ours have ended with it. */
  responseEnded(id: ResponseId | null): readonly ItemId[]
  call(id: string): string
}

const known = (item: ItemId | null, names: OwnNames): ItemId | null => (item === null ? null : names.known(item))

const inResponse = (id: ResponseId | null, names: OwnNames): ResponseId | null => (id === null ? null : names.response(id))

const named = (item: ServerItem, id: ItemId, names: OwnNames): ServerItem => ({
  ...item,
  id,
  callId: item.callId === null ? null : names.call(item.callId),
  ...(item.mcp === undefined ? {} : { mcp: { ...item.mcp, request: known(item.mcp.request, names) } }),
})

/** The event with our ids in place of the server's. */
export function withOwnIds(event: ServerEvent, names: OwnNames): ServerEvent {
  switch (event.type) {
    case 'conversation.item.added':
    case 'conversation.item.done': {
      const begins = event.type === 'conversation.item.added' && event.item.status === 'in_progress'
      const item = named(event.item, names.announced(event.item, begins), names)
      return { ...event, item, previous: known(event.previous, names) }
    }
    case 'input_audio_buffer.committed': {
      const previous = known(event.previous, names)
      return { ...event, previous, item: event.item === null ? null : names.committed(event.item) }
    }
    case 'response.created':
    case 'response.done':
      return { ...event, response: namedResponse(event.response, event.type === 'response.created', names) }
    case 'response.output_item.added':
    case 'response.output_item.done': {
      const response = inResponse(event.response, names)
      return { ...event, response, item: named(event.item, names.inResponse(response, event.item.id), names) }
    }
    case 'response.function_call_arguments.done':
      return { ...inside(event, names), callId: event.callId === null ? null : names.call(event.callId) }
    default:
      return inItsPlace(event, names)
  }
}

/** By its shape, so that none can be forgotten: of an answer, of an item, or of nothing in a conversation. */
function inItsPlace(event: Exclude<ServerEvent, { readonly item: ServerItem }>, names: OwnNames): ServerEvent {
  if (!('item' in event) || event.item === null) return event
  return 'response' in event ? inside(event, names) : { ...event, item: names.mentioned(event.item) }
}

function inside<Event extends { readonly response: ResponseId | null; readonly item: ItemId }>(event: Event, names: OwnNames): Event {
  const response = inResponse(event.response, names)
  return { ...event, response, item: names.inResponse(response, event.item) }
}

function namedResponse(response: ServerResponse, begins: boolean, names: OwnNames): ServerResponse {
  const id = begins && response.id !== null ? names.responseBegun(response.id) : inResponse(response.id, names)
  const output = response.output.map((item) => named(item, names.inResponse(id, item.id), names))
  return { ...response, id, output: begins ? output : withUnlisted(output, names.responseEnded(response.id)) }
}

const UNLISTED = { type: 'message', role: 'assistant', status: null, text: '', speech: null, callId: null, name: null, arguments: null, output: null } as const

/** Some servers do not list what the answer consisted of; it has ended all the same. */
function withUnlisted(output: readonly ServerItem[], ended: readonly ItemId[]): readonly ServerItem[] {
  const listed = new Set(output.map(({ id }) => id))
  return [...output, ...ended.filter((id) => !listed.has(id)).map((id) => ({ ...UNLISTED, id }))]
}
