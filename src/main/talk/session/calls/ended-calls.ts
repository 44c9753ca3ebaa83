import { type CallId, callId, type ItemId, type TurnId } from '../../../../shared/ids'
import { NOT_APPROVED, NOT_RUN } from '../../../../shared/text/tool-words'
import type { ConversationStore } from '../../conversation/conversation-store'
import { APPROVAL, callFate } from '../../core/calls/call-fate'
import { findItem } from '../../core/conversation/items'
import { callOf } from '../../core/conversation/tool-items'
import type { AnswerOwner } from '../../core/realtime/answer-owner'
import type { ServerItem, ServerResponse } from '../../core/realtime/server-event'
import { remember } from '../../core/remember'
import type { Extensions } from '../../extensions'
import type { ResponseRequests } from '../response-requests'
import { CallItems } from './call-items'
import type { CallOutputs } from './call-outputs'
import type { OpenCall } from './call-rounds'
import { EarlyCalls } from './early-calls'

export interface EndedCallParts {
  readonly conversation: Pick<ConversationStore, 'apply' | 'current'>
  readonly requests: Pick<ResponseRequests, 'session' | 'busy'>
  readonly extensions: Pick<Extensions, 'takes'>
  readonly outputs: Pick<CallOutputs, 'refuse'>
  readonly mint: () => string
}

export interface ResponseEnd {
  readonly response: ServerResponse
  readonly owner: AnswerOwner
  /** It was asked for without tools. */
  readonly isBare: boolean
  /** The server is made to forget the item. */
  readonly isTakenBack: (item: ItemId) => boolean
}

/** A call is whole, and its response is not over. */
export interface WholeCall extends Pick<ResponseEnd, 'owner' | 'isBare' | 'isTakenBack'> {
  readonly item: ServerItem
  readonly response: ServerResponse['id']
}

/** What of a response were calls. */
export interface CallsOfResponse {
  readonly any: boolean
  /** These may be run; the others are answered already. */
  readonly run: readonly OpenCall[]
  /** Those that were told of as whole, and are not among these. */
  readonly dropped: readonly CallId[]
}

const hostedBy = ({ type, mcp }: ServerItem): Pick<OpenCall, 'hosted'> => (type === APPROVAL ? { hosted: mcp?.label ?? '' } : {})

const printOf = ({ name, arguments: args }: ServerItem): string => JSON.stringify([name, args])

/** What becomes of the calls of a session when their responses are over. */
export class EndedCalls {
  private readonly items = new CallItems()
  /** What was called for the running question, by the name to answer it by. Bounded. */
  private readonly called = new Map<string, { readonly print: string; readonly response: ServerResponse }>()
  private of: TurnId | null = null
  private readonly early = new EarlyCalls()

  constructor(private readonly parts: EndedCallParts) {}

  /** A call is whole, though its response may not be. */
  came(item: ServerItem, response: ServerResponse['id'], isTakenBack: boolean): void {
    this.items.keep(item, response)
    if (!this.items.isLate(response) || !this.items.has(item.id)) return
    this.items.end(item)
    if (!isTakenBack && (item.type === APPROVAL || item.status === 'completed')) this.parts.outputs.refuse(item, NOT_RUN, false) // nobody waits for it any more
  }

  /** One that will be run if its response ends whole; null: not, or it was told of before. */
  whole({ item, response, owner, isBare, isTakenBack }: WholeCall): OpenCall | null {
    if (item.status !== 'completed' || !this.items.has(item.id)) return null
    const call = this.completed(item)
    const isTaken = this.parts.extensions.takes({ name: call.name ?? '' })
    if (callFate(call, { response: { status: 'completed' }, owner, isTaken, isTakenBack: isTakenBack(item.id), isBare }) !== 'run') return null
    if (this.called.get(call.callId ?? '')?.print === printOf(call)) return null
    return this.early.add(this.open(call), response)
  }

  /** A wish for approval may belong to no answer. */
  approvalCame(item: ServerItem): void {
    this.items.keep(item, null)
    if (this.parts.requests.busy || !this.items.has(item.id)) return
    this.items.end(item)
    this.parts.outputs.refuse(item, NOT_APPROVED, false)
  }

  over(end: ResponseEnd): CallsOfResponse {
    const { response, owner } = end
    this.begin(owner.kind === 'turn' ? owner.turn : null)
    const ended = this.items.ended(response, (item) => this.parts.conversation.apply({ type: 'response.output_item.done', response: response.id, item }))
    const run = ended.flatMap((item) => this.settle(this.completed(item), end))
    return { any: ended.length > 0, run, dropped: this.early.over(response.id, run) }
  }

  /** The server has heard another question. */
  heard(): void {
    if (this.of === null) this.called.clear()
  }

  remove(item: ItemId): readonly CallId[] {
    this.items.remove(item)
    return this.early.remove(item)
  }

  /** Answers which calls nobody waits for any more. */
  clear(): readonly CallId[] {
    this.items.clear()
    this.called.clear()
    return this.early.clear()
  }

  private settle(item: ServerItem, { response, owner, isBare, isTakenBack }: ResponseEnd): readonly OpenCall[] {
    const isTaken = this.parts.extensions.takes({ name: item.name ?? '', ...hostedBy(item) })
    const fate = callFate(item, { response, owner, isTaken, isTakenBack: isTakenBack(item.id), isBare })
    if (fate === 'none') return []
    const isAgain = this.isAgain(item, response)
    if (fate !== 'run') this.parts.outputs.refuse(item, fate.output, isAgain)
    return fate === 'run' && !isAgain ? [this.open(item)] : []
  }

  /** The end of an item may leave out what was said before it. */
  private completed(item: ServerItem): ServerItem {
    const { callId: id, name, arguments: args } = callOf(item, findItem(this.parts.conversation.current, item.id)?.tool)
    return { ...item, callId: id || null, name, arguments: args }
  }

  /** Under another item: a server that tells of one call twice. One that begins to count anew with each answer means another. */
  private isAgain(item: ServerItem, response: ServerResponse): boolean {
    const { callId: id } = item
    if (id === null) return false
    const print = printOf(item)
    const known = this.called.get(id)
    remember(this.called, id, { print, response })
    return known?.print === print || known?.response === response
  }

  private open(item: ServerItem): OpenCall {
    const { id, callId: wire, name, arguments: args } = item
    return this.early.same(id, wire, name, args) ?? { call: callId(this.parts.mint()), item: id, name: name ?? '', arguments: args ?? '', callId: wire ?? '', session: this.parts.requests.session, ...hostedBy(item) }
  }

  private begin(turn: TurnId | null): void {
    if (turn !== this.of) this.called.clear()
    this.of = turn
  }
}
