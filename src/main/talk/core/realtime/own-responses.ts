import type { ItemId, ResponseId } from '../../../../shared/ids'
import type { ServerEvent } from './server-event'

/** The responses of one purpose that a session has begun, and their items. Grows by one of each for every response. */
export interface OwnResponses {
  readonly responses: ReadonlySet<ResponseId>
  readonly items: ReadonlySet<ItemId>
}

export const NO_RESPONSES: OwnResponses = { responses: new Set(), items: new Set() }

export const responseOf = (event: ServerEvent): ResponseId | null => {
  if (!('response' in event) || event.response === null) return null
  return typeof event.response === 'object' ? event.response.id : event.response
}

const itemOf = (event: ServerEvent): ItemId | null => {
  if (!('item' in event) || event.item === null) return null
  return typeof event.item === 'object' ? event.item.id : event.item
}

/** Only what was announced as ours is: by id, also where a server leaves the response's id out of its deltas. */
export function isOwn(own: OwnResponses, event: ServerEvent): boolean {
  const response = responseOf(event)
  const item = itemOf(event)
  return (response !== null && own.responses.has(response)) || (item !== null && own.items.has(item))
}

/**
 * Notes what is announced. `nothingElse`: nobody has asked for another response, so that one that begins now is ours
 * even if the server has forgotten the metadata it was asked with; but not one that belongs to the conversation, since a
 * server that decides on turns begins answers by itself.
 */
export function noteOwn(own: OwnResponses, event: ServerEvent, purpose: string, nothingElse: boolean): OwnResponses {
  if (event.type === 'response.created' || event.type === 'response.done') {
    const { id, metadata, conversation } = event.response
    const nameless = metadata === null && conversation === null && event.type === 'response.created'
    const ours = metadata?.['purpose'] === purpose || (nothingElse && nameless)
    return ours && id !== null && !own.responses.has(id) ? { ...own, responses: new Set([...own.responses, id]) } : own
  }
  if (event.type !== 'response.output_item.added' || !isOwn(own, event) || own.items.has(event.item.id)) return own
  return { ...own, items: new Set([...own.items, event.item.id]) }
}
