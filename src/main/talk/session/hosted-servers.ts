import type { ItemId } from '../../../shared/ids'
import { HOSTED_CALL } from '../core/calls/call-fate'
import type { ServerEvent, ServerItem } from '../core/realtime/server-event'
import { remember } from '../core/remember'
import type { PostTalkFact } from '../facts'

const LISTING = 'mcp_list_tools'

/** What the voice server says of servers that it is connected to itself. */
export class HostedServers {
  /** Whose tools an item lists: its end may name the item alone. Bounded. */
  private readonly labels = new Map<ItemId, string>()
  private readonly failed = new Map<ItemId, true>()

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
        return this.called(event.item, false)
      case 'response.output_item.done':
        return this.called(event.item, true)
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

  private called({ id: item, type, name, output, mcp }: ServerItem, done: boolean): void {
    if (type !== HOSTED_CALL || mcp === undefined) return
    const { label, request, error } = mcp
    this.post({ type: 'hostedCalled', label, name: name ?? '', item, request, ended: done ? { ok: error === null, text: error ?? output ?? '' } : null })
  }
}
