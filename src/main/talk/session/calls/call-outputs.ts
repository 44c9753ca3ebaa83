import { type ItemId, itemId } from '../../../../shared/ids'
import type { CallAnswer } from '../../calls'
import { APPROVAL } from '../../core/calls/call-fate'
import { type ClientEvent, createFunctionOutput, createUserImages, deleteItem, answerApproval } from '../../core/realtime/client-event'
import { NOT_APPROVED } from '../../../../shared/text/tool-words'
import type { ServerItem } from '../../core/realtime/server-event'
import { remember } from '../../core/remember'
import type { ConversationStore } from '../../conversation/conversation-store'
import type { ConnectionRunner } from '../connection-runner'
import type { ResponseRequests } from '../response-requests'
import type { OpenCall } from './call-rounds'

export interface CallOutputParts {
  readonly conversation: Pick<ConversationStore, 'apply' | 'current' | 'corrections' | 'hide'>
  readonly connection: Pick<ConnectionRunner, 'isReady' | 'tell'>
  readonly requests: Pick<ResponseRequests, 'session'>
  readonly mint: () => string
}

/** What calls are answered, on its way to the session that has the call; one that has not is told of both, as a pair. */
export class CallOutputs {
  /** What answered a call of the running session, and goes with it. Bounded. */
  private readonly answers = new Map<ItemId, readonly ItemId[]>()

  constructor(private readonly parts: CallOutputParts) {}

  /** Nobody does it. `isAgain`: the server was told before, under the same name. */
  refuse(item: ServerItem, output: string, isAgain: boolean): void {
    if (!isAgain) this.answered(item.id, this.refusal(item, output))
    this.parts.conversation.apply({ type: 'local.toolAnswered', item: item.id, output })
  }

  answer(call: OpenCall, answer: CallAnswer): void {
    if (call.hosted !== undefined) return this.grant(call, answer)
    const { item, callId, session } = call
    const { output, images = [], account } = answer
    const { conversation, connection, requests } = this.parts
    conversation.apply({ type: 'local.toolAnswered', item, output, ...(account === undefined ? {} : { account }) })
    if (session === requests.session) this.answered(item, createFunctionOutput(this.nextId(), callId, output))
    else if (connection.isReady) connection.tell(conversation.corrections())
    this.show(images, item)
  }

  /** Only its own session knows what it asked for. What comes of it comes from there. */
  private grant({ item, session }: OpenCall, { output, approves = false, account }: CallAnswer): void {
    const { conversation, requests } = this.parts
    if (!approves) conversation.apply({ type: 'local.toolAnswered', item, output })
    if (account !== undefined) conversation.apply({ type: 'local.toolEnded', item, account })
    if (session === requests.session) this.answered(item, answerApproval(this.nextId(), item, approves ? null : NOT_APPROVED))
  }

  /** An output is but text: what it speaks of goes behind it. It has no bubble of its own. */
  show(images: readonly string[], call: ItemId | null = null): void {
    if (images.length === 0) return
    const item = this.nextId()
    this.parts.conversation.hide(item)
    this.parts.connection.tell([createUserImages(item, images, '')])
    if (call !== null) this.remember(call, item)
  }

  removed(call: ItemId): readonly ClientEvent[] {
    const answers = this.answers.get(call) ?? []
    this.answers.delete(call)
    return answers.map((item) => deleteItem(item))
  }

  /** Nothing of an old session can be taken back in the next one. */
  clear(): void {
    this.answers.clear()
  }

  private answered(call: ItemId, event: ReturnType<typeof createFunctionOutput | typeof answerApproval> | null): void {
    if (event === null) return
    this.parts.connection.tell([event])
    this.remember(call, itemId(event.item.id))
  }

  private remember(call: ItemId, answer: ItemId): void {
    remember(this.answers, call, [...(this.answers.get(call) ?? []), answer])
  }

  /** Null: a call without a name of its own cannot be answered. */
  private refusal({ id, type, callId }: ServerItem, output: string): ReturnType<typeof createFunctionOutput | typeof answerApproval> | null {
    if (type === APPROVAL) return answerApproval(this.nextId(), id, NOT_APPROVED)
    return callId === null ? null : createFunctionOutput(this.nextId(), callId, output)
  }

  private nextId(): ItemId {
    return itemId(this.parts.mint())
  }
}
