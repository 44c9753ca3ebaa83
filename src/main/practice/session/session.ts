import { told, understood } from '../personalities/wire'
import { closingOf, type CutKind } from '../faults/cuts'
import { disturb } from '../faults/event-faults'
import { restartVad } from '../input/input-control'
import type { ItemRecord } from '../items/conversation'
import { readClientEvent, type ClientEvent } from './client-event'
import { dispatch } from './dispatch'
import { errorEvent, errors } from './errors'
import { createIds } from './ids'
import { lifeMsOf, newContext, type SessionOptions } from './new-context'
import type { ObservedSession, PracticeObserver, SessionFact } from './observer'
import type { SessionContext } from './session-context'
import { violationIn } from './violations'
import type { Emission, Frame, ServerEvent } from './wire'

/**
 * One Realtime session without clock, socket or randomness: messages and the time go in, frames come out. Milliseconds count from the start
 * of the session; whoever holds the clock calls `advance` at `nextDueMs`.
 */
export class PracticeSession implements ObservedSession {
  readonly id: string
  readonly model: string
  readonly #observe: PracticeObserver | undefined
  readonly #context: SessionContext
  readonly #lifetimeSeconds: number
  readonly #lifeMs: number
  #tell: (fact: SessionFact) => void = () => undefined
  #isOver = false
  #outbox: Emission[] = []

  constructor(options: SessionOptions) {
    const ids = createIds(options.faults.has('ids-anew') ? '' : options.seed, options.faults.valueOf('long-ids', 400) ?? 0)
    this.id = ids.next('sess')
    this.model = options.model
    this.#observe = options.observe
    this.#lifetimeSeconds = options.lifetimeSeconds
    this.#lifeMs = lifeMsOf(options)
    this.#context = newContext(options, this.id, ids, { emit: (event) => this.#emit(event), tell: (fact) => this.#tell(fact) })
  }

  get records(): readonly ItemRecord[] {
    return this.#context.conversation.records
  }

  /** Responses running right now, out-of-band ones included. */
  get activeResponses(): number {
    const { active, outOfBand } = this.#context
    return this.#isOver ? 0 : outOfBand.size + (active === null ? 0 : 1)
  }

  get nextDueMs(): number | null {
    return this.#context.timeline.nextDueMs
  }

  open(): readonly Emission[] {
    this.#tell = this.#observe?.(this) ?? this.#tell
    restartVad(this.#context)
    const { config, conversationId, faults } = this.#context
    if (faults.has('conversation-created')) this.#emit({ type: 'conversation.created', conversation: { id: conversationId, object: 'realtime.conversation' } })
    else this.#emit({ type: 'session.created', session: config })
    if (faults.has('also-conversation-created')) this.#emit({ type: 'conversation.created', conversation: { id: conversationId, object: 'realtime.conversation' } })
    this.#context.timeline.after(this.#lifeMs, () => this.#end('expire'))
    return this.#takeOutbox()
  }

  receive(message: string, nowMs: number): readonly Emission[] {
    this.#context.timeline.runUntil(nowMs)
    const event = readClientEvent(message)
    if (event.ok) this.#handle(this.#heard(event.value))
    else {
      this.#tell({ kind: 'received', type: '(refused)', fields: { message: event.error.body.message } })
      this.#emit(errorEvent(event.error.body, event.error.eventId))
    }
    this.#context.timeline.runUntil(nowMs)
    return this.#takeOutbox()
  }

  receiveBinary(byteLength: number, nowMs: number): readonly Emission[] {
    this.#context.timeline.runUntil(nowMs)
    this.#tell({ kind: 'received', type: '(binary)', fields: { bytes: byteLength } })
    this.#emit(errorEvent(errors.invalidEvent('Binary messages are not supported; send JSON text.')))
    return this.#takeOutbox()
  }

  advance(nowMs: number): readonly Emission[] {
    this.#context.timeline.runUntil(nowMs)
    return this.#takeOutbox()
  }

  /** Ends the session before its time: the last error and the close. */
  end(kind: CutKind): readonly Emission[] {
    this.#end(kind)
    return this.#takeOutbox()
  }

  /** This side has cut it off. */
  wasCut(how: CutKind): void {
    this.#isOver = true
    this.#tell({ kind: 'cut', how })
  }

  wasClosed(code: number): void {
    this.#isOver = true
    this.#tell({ kind: 'closed', code })
  }

  #heard(event: ClientEvent): ClientEvent {
    return { ...event, fields: understood(event.fields, this.#context.faults) }
  }

  #handle(event: ClientEvent): void {
    this.#tell({ kind: 'received', type: event.type, fields: event.fields })
    const problem = dispatch(this.#context, event)
    const violation = violationIn(this.#context, event, problem)
    if (violation !== null) this.#tell({ kind: 'violated', ...violation })
    if (problem !== null) this.#emit(errorEvent(problem, event.eventId))
  }

  #emit(event: ServerEvent): void {
    const { ids, faults } = this.#context
    const frame: Frame = { event_id: ids.next('event'), ...event }
    for (const disturbed of disturb(frame, faults, ids).flatMap((each) => told(each, faults, ids))) {
      this.#tell({ kind: 'sent', type: disturbed.type })
      this.#outbox.push({ kind: 'send', frame: disturbed })
    }
  }

  #end(kind: CutKind): void {
    const closing = closingOf(kind, this.#lifetimeSeconds, this.#context.model)
    if (closing === null) return
    if (closing.body !== null) this.#emit(errorEvent(closing.body))
    this.#outbox.push({ kind: 'close', code: closing.closeCode, reason: closing.reason })
  }

  #takeOutbox(): readonly Emission[] {
    return this.#outbox.splice(0)
  }
}
