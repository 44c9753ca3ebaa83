import type { ItemId, ResponseId } from '../../../../shared/ids'
import { isCall } from '../../core/conversation/tool-items'
import type { ServerItem, ServerResponse } from '../../core/realtime/server-event'
import { remember } from '../../core/remember'

/** A call, and the response it is known to come from. */
interface Open {
  readonly item: ServerItem
  readonly response: ResponseId | null
}

/** Nobody calls more at once, but a server that floods. */
const MOST_ITEMS = 64

/** The calls of one session whose response is not over. Each comes out once, however often the server tells of it. */
export class CallItems {
  /** Bounded, as the others are. */
  private readonly open = new Map<ItemId, Open>()
  private readonly over = new Map<ItemId, true>()
  private readonly responses = new Map<ResponseId, true>()

  /** `response` null: the server does not say which. */
  keep(item: ServerItem, response: ResponseId | null): void {
    if (!isCall(item.type) || this.over.has(item.id)) return
    remember(this.open, item.id, { item, response: response ?? this.open.get(item.id)?.response ?? null })
  }

  has(item: ItemId): boolean {
    return this.open.has(item)
  }

  /** Its response was over before it came, or it belongs to none. */
  isLate(response: ResponseId | null): boolean {
    return response !== null && this.responses.has(response)
  }

  /** The end of a response may be all that is said of a call: `found` is told of those. */
  ended({ id, output }: ServerResponse, found: (item: ServerItem) => void): readonly ServerItem[] {
    for (const item of output.slice(0, MOST_ITEMS)) {
      if (!isCall(item.type) || this.over.has(item.id) || this.open.has(item.id)) continue
      this.keep(item, id)
      found(item)
    }
    if (id !== null) remember(this.responses, id, true)
    return [...this.open.values()].filter(({ response }) => response === null || id === null || response === id).map(({ item }) => this.end(item))
  }

  /** It is answered, or nobody waits for it. */
  end(item: ServerItem): ServerItem {
    this.open.delete(item.id)
    remember(this.over, item.id, true)
    return item
  }

  /** The person takes it out of the talk. */
  remove(item: ItemId): void {
    if (this.open.delete(item)) remember(this.over, item, true)
  }

  clear(): void {
    this.open.clear()
    this.over.clear()
    this.responses.clear()
  }
}
