import { type ItemId, itemId, type ResponseId, responseId } from '../../../../shared/ids'
import { readItem } from '../../core/realtime/read-objects'
import { type OwnNames, withOwnIds } from '../../core/realtime/rename-server-event'
import type { ServerEvent, ServerItem } from '../../core/realtime/server-event'
import { type Fields, fieldsAt, itemAt, responseAt, textAt } from '../../core/realtime/wire-fields'
import { IdPairs } from './id-pairs'
import { ItemNames } from './item-names'

/** What a name of ours begins with: some servers insist on it. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['function_call', 'fc'],
  ['function_call_output', 'fco'],
  ['mcp_approval_response', 'mcpr'],
])

const withName = (event: Fields, field: string, wire: string | null): Fields | null => (wire === null ? null : { ...event, [field]: wire })

const prefixOf = ({ type, role }: ServerItem): string => PREFIXES.get(type) ?? (role === 'system' ? 'sys' : 'msg')

const ownNames = (items: ItemNames, responses: IdPairs<ResponseId>, calls: IdPairs<string>): OwnNames => ({
  announced: (item, begins) => items.announced(item, begins),
  inResponse: (response, item) => items.inResponse(response, item),
  committed: (item) => items.committed(item),
  mentioned: (item) => items.mentioned(item),
  known: (item) => items.known(item),
  response: (id) => responses.ownOf(id),
  responseBegun: (id) => responses.begin(id),
  responseEnded: (id) => {
    const again = id !== null && responses.hasEnded(id) // what has begun since belongs to another
    return items.responseEnded(id === null ? null : responses.end(id), again)
  },
  call: (id) => calls.ownOf(id),
})

/**
 * The names of one session. A server's ids are its own, of any length, and mean nothing in another session: here each is
 * exchanged for an id of ours on its way in, and ours for a short one on its way out. It ends with its session.
 */
export class SessionNames {
  private readonly items: ItemNames
  private readonly responses: IdPairs<ResponseId>
  private readonly calls: IdPairs<string>
  private readonly own: OwnNames

  /** `named`: for the trace. */
  constructor(mint: () => string, named: (item: ItemId, wire: ItemId) => void = () => undefined) {
    this.items = new ItemNames(mint, named)
    this.responses = new IdPairs(() => responseId(mint()), (count) => responseId(`resp_${String(count)}`))
    this.calls = new IdPairs(mint, (count) => `call_${String(count)}`)
    this.own = ownNames(this.items, this.responses, this.calls)
  }

  /** What the server says, in our ids. */
  incoming(event: ServerEvent): ServerEvent {
    if (event.type === 'input_audio_buffer.speech_started') this.askedAnew()
    return withOwnIds(event, this.own)
  }

  /** What we say, in the server's; null: this session has never heard of what it is about. Sound passes as it is. */
  outgoing(event: Fields): Fields | null {
    switch (event['type']) {
      case 'conversation.item.create':
        return this.create(event)
      case 'conversation.item.truncate':
      case 'conversation.item.delete':
        return withName(event, 'item_id', this.wireOf(itemAt(event, 'item_id')))
      case 'response.cancel': {
        const response = responseAt(event, 'response_id') // without one the server cancels whatever it is saying
        return response === null ? event : withName(event, 'response_id', this.responses.knownWire(response))
      }
      case 'response.create':
      case 'input_audio_buffer.commit':
        this.askedAnew()
        return event
      default:
        return event
    }
  }

  private askedAnew(): void {
    this.items.askedAnew()
    this.responses.askedAnew()
  }

  /** What this session does not know cannot have a place behind it: then the end is the place. */
  private create(event: Fields): Fields {
    const { previous_item_id: behind, ...rest } = event
    const previous = typeof behind === 'string' ? itemId(behind) : null
    const place = previous === 'root' ? previous : this.wireOf(previous)
    return { ...rest, ...(place === null ? {} : { previous_item_id: place }), item: this.createdItem(fieldsAt(event, 'item')) }
  }

  private createdItem(item: Fields): Fields {
    const content = readItem(item)
    const call = textAt(item, 'call_id')
    const request = this.wireOf(itemAt(item, 'approval_request_id'))
    return {
      ...item,
      ...(content === null ? {} : { id: this.items.create(content.id, content, prefixOf(content)) }),
      ...(call === null ? {} : { call_id: this.calls.wireOf(call) }),
      ...(request === null ? {} : { approval_request_id: request }),
    }
  }

  private wireOf(item: ItemId | null): ItemId | null {
    return item === null ? null : this.items.wireOf(item)
  }
}
