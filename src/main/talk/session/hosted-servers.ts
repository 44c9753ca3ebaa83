import type { ItemId } from '../../../shared/ids'
import { HOSTED_CALL, isWhole } from '../core/calls/call-fate'
import type { ServerEvent, ServerItem } from '../core/realtime/server-event'
import { remember } from '../core/remember'
import type { HostedEnd, PostTalkFact } from '../facts'

const LISTING = 'mcp_list_tools'

/** What the voice server says of servers that it is connected to itself. */
export class HostedServers {
  /** Whose tools an item lists: its end may name the item alone. Bounded. */
  private readonly labels = new Map<ItemId, string>()
  private readonly failed = new Map<ItemId, true>()
  /** Calls whose end has been told: it may be said once more, with the end of their response. Bounded, too. */
  private readonly ended = new Map<ItemId, true>()

  constructor(private readonly post: PostTalkFact) {}

  heard(event: ServerEvent): void {
    switch (event.type) {
      case 'conversation.item.added':
        return this.lists(event.item, false)
      case 'conversation.item.done':
        return this.lists(event.item, true)
      case 'mcp_list_tools.failed':
        return this.hasFailed(event.item)
      case 'response.output_item.added':
        return this.called(event.item, null)
      case 'response.output_item.done':
        return this.called(event.item, endOf(event.item))
      case 'response.done':
        return event.response.output.forEach((item) => this.called(item, endOf(item) ?? { ok: isWhole(event.response), text: '' }))
      default:
        return
    }
  }

  private lists({ id, type, mcp }: ServerItem, done: boolean): void {
    if (type !== LISTING || mcp === undefined) return
    remember(this.labels, id, mcp.label)
    if (this.failed.has(id)) return
    if (mcp.error !== null) return this.hasFailed(id)
    this.post({ type: 'hostedListed', label: mcp.label, state: done ? 'listed' : 'listing', tools: done ? mcp.tools : [] })
  }

  private hasFailed(item: ItemId): void {
    const label = this.labels.get(item)
    remember(this.failed, item, true)
    if (label !== undefined) this.post({ type: 'hostedListed', label, state: 'failed', tools: [] })
  }

  private called({ id: item, type, name, mcp }: ServerItem, ended: HostedEnd | null): void {
    if (type !== HOSTED_CALL || mcp === undefined || this.ended.has(item)) return
    if (ended !== null) remember(this.ended, item, true)
    this.post({ type: 'hostedCalled', label: mcp.label, name: name ?? '', item, request: mcp.request, ended })
  }
}

/** What the item says of it; null: nothing. Then the end of its response tells whether it was done: one that was cut off in the middle was perhaps. */
function endOf({ output, mcp }: ServerItem): HostedEnd | null {
  const text = mcp?.error ?? output
  return text === null ? null : { ok: (mcp?.error ?? null) === null, text }
}
