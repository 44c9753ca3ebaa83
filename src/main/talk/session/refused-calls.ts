import { type ItemId, itemId, type ResponseId, type TurnId } from '../../../shared/ids'
import { NOT_APPROVED, NOT_AVAILABLE } from '../../../shared/text/tool-words'
import { isCall } from '../core/conversation/tool-items'
import type { AnswerOwner } from '../core/realtime/answer-owner'
import { type ClientEvent, createFunctionOutput, deleteItem, refuseApproval } from '../core/realtime/client-event'
import type { ServerEvent, ServerItem, ServerResponse } from '../core/realtime/server-event'
import type { ConversationStore } from '../conversation/conversation-store'
import { remember } from '../core/remember'
import type { ResponseRequests } from './response-requests'

export interface RefusedCallParts {
  readonly conversation: Pick<ConversationStore, 'apply'>
  readonly requests: Pick<ResponseRequests, 'requestWithoutTools' | 'busy' | 'session'>
  readonly send: (event: ClientEvent) => void
  readonly mint: () => string
}

/** A call, and the response it is known to come from. */
interface Open {
  readonly item: ServerItem
  readonly response: ResponseId | null
}

/** Nobody calls more at once, but a server that floods. */
const MOST_ITEMS = 64

const APPROVAL = 'mcp_approval_request'

const isWhole = ({ status }: ServerResponse): boolean => status === 'completed' || status === null

/** Half a call is none, and nobody waits for its answer; a wish for approval has no status. */
const isFinished = ({ type, status }: ServerItem, response: ServerResponse): boolean =>
  type === APPROVAL || status === 'completed' || (status === null && isWhole(response))

/**
 * There are no tools yet, but a model, or what a server sets up by itself, may call some. Nothing is run: each call is answered
 * once, since one that stays open holds up the talk, and an answer of calls alone is asked for once more, without tools.
 */
export class RefusedCalls {
  /** Bounded, as the next one is. */
  private readonly open = new Map<ItemId, Open>()
  /** Each with the item that answers it; null: nothing on the wire does. */
  private readonly answered = new Map<ItemId, ItemId | null>()
  private session = 0
  /** Who was asked for more, and behind which response: never twice for one question, whatever the model does then. */
  private asked: TurnId | 'server' | null = null
  private behind: ResponseId | null = null

  constructor(private readonly parts: RefusedCallParts) {}

  /** Behind each event, when the conversation has it. */
  note(event: ServerEvent): void {
    this.renew()
    if (event.type === 'input_audio_buffer.committed' && this.asked === 'server') this.asked = null
    if (event.type === 'response.output_item.done') this.keep(event.item, event.response)
    if (event.type !== 'conversation.item.done' || event.item.type !== APPROVAL) return // a call there may be one we told the session of
    this.keep(event.item, null)
    if (!this.parts.requests.busy && this.open.has(event.item.id)) this.answer(event.item, false) // it belongs to no answer
  }

  /** A response is over. True: there were calls in it. `isTakenBack`: the server is made to forget it. */
  refuse(response: ServerResponse, isTakenBack: (item: ItemId) => boolean): boolean {
    this.renew()
    for (const item of response.output.slice(0, MOST_ITEMS)) this.learn(item, response.id)
    const calls = [...this.open.values()].filter((call) => call.response === null || response.id === null || call.response === response.id)
    const answered = new Set<string | null>()
    for (const { item } of calls) {
      this.open.delete(item.id)
      if (!isFinished(item, response) || isTakenBack(item.id)) continue
      this.answer(item, answered.has(item.callId))
      if (item.callId !== null) answered.add(item.callId)
    }
    return calls.length > 0
  }

  /** There was nothing but calls in it. True: more was asked for. */
  askForMore(response: ServerResponse, owner: AnswerOwner): boolean {
    const who = owner.kind === 'turn' ? owner.turn : owner.kind
    const { requests } = this.parts
    if (who === 'nobody' || who === this.asked || !isWhole(response) || requests.busy) return false
    this.asked = who
    this.behind = response.id
    requests.requestWithoutTools(who === 'server' ? null : who)
    return true
  }

  /** It is over already, and more was asked for: some servers say the end twice. */
  isBehindUs(response: ResponseId | null): boolean {
    this.renew()
    return response !== null && response === this.behind
  }

  /** The person takes a call out of the talk: what answered it means nothing without it. */
  removed(call: ItemId): readonly ClientEvent[] {
    this.renew()
    const output = this.answered.get(call) ?? null
    if (this.open.delete(call)) remember(this.answered, call, null)
    return output === null ? [] : [deleteItem(output)]
  }

  private keep(item: ServerItem, response: ResponseId | null): void {
    if (!isCall(item.type) || this.answered.has(item.id)) return
    remember(this.open, item.id, { item, response: response ?? this.open.get(item.id)?.response ?? null })
  }

  /** The end of a response may be all that is said of it. */
  private learn(item: ServerItem, response: ResponseId | null): void {
    if (!isCall(item.type) || this.answered.has(item.id) || this.open.has(item.id)) return
    this.keep(item, response)
    this.parts.conversation.apply({ type: 'response.output_item.done', response, item })
  }

  private answer(item: ServerItem, isAnswered: boolean): void {
    const { conversation, send } = this.parts
    const event = isAnswered ? null : this.refusal(item)
    this.open.delete(item.id)
    remember(this.answered, item.id, event === null ? null : itemId(event.item.id))
    if (event !== null) send(event)
    conversation.apply({ type: 'local.toolAnswered', item: item.id, output: item.type === APPROVAL ? NOT_APPROVED : NOT_AVAILABLE })
  }

  /** Null: a call without a name of its own cannot be answered. */
  private refusal({ id, type, callId }: ServerItem) {
    const item = itemId(this.parts.mint())
    if (type === APPROVAL) return refuseApproval(item, id, NOT_APPROVED)
    return callId === null ? null : createFunctionOutput(item, callId, NOT_AVAILABLE)
  }

  /** Nothing of an old session can be answered in the next one. */
  private renew(): void {
    const { session } = this.parts.requests
    if (session === this.session) return
    this.session = session
    this.open.clear()
    this.answered.clear()
    this.behind = null
  }
}
