import type { CallId, ItemId, ResponseId } from '../../../../shared/ids'
import { remember } from '../../core/remember'
import type { OpenCall } from './call-rounds'

interface Early {
  readonly call: OpenCall
  /** Null: the server does not say. */
  readonly response: ResponseId | null
}

/** Calls that were told of before their response was over. */
export class EarlyCalls {
  /** Bounded. */
  private readonly calls = new Map<ItemId, Early>()

  /** Null: it has been told of, perhaps under another item. */
  add(call: OpenCall, response: ResponseId | null): OpenCall | null {
    if ([...this.calls.values()].some(({ call: { item, callId } }) => item === call.item || callId === call.callId)) return null
    remember(this.calls, call.item, { call, response })
    return call
  }

  /** The one that was told of, if it is the same to the letter. */
  same(item: ItemId, wire: string | null, name: string | null, args: string | null): OpenCall | null {
    const call = this.calls.get(item)?.call
    return call !== undefined && call.callId === wire && call.name === name && call.arguments === args ? call : null
  }

  /** Its response is over, and these run. Answers which of the others were told of. */
  over(response: ResponseId | null, run: readonly OpenCall[]): readonly CallId[] {
    const ended = [...this.calls.values()].filter((each) => response === null || each.response === null || each.response === response)
    for (const { call } of ended) this.calls.delete(call.item)
    return ended.flatMap(({ call }) => (run.some((each) => each.call === call.call) ? [] : [call.call]))
  }

  remove(item: ItemId): readonly CallId[] {
    const early = this.calls.get(item)
    this.calls.delete(item)
    return early === undefined ? [] : [early.call.call]
  }

  clear(): readonly CallId[] {
    const all = [...this.calls.values()].map(({ call }) => call.call)
    this.calls.clear()
    return all
  }
}
