import { assertNever } from '../../../shared/assert'
import { readClientEvent, type ClientEvent } from './client-event'
import { Conversation, type ItemRecord } from '../items/conversation'
import { farewellOf, type CutKind } from '../faults/cuts'
import { errorEvent, errors, type ErrorBody } from './errors'
import { disturb } from '../faults/event-faults'
import type { FaultBox } from '../faults/faults'
import { createIds } from './ids'
import { InputBuffer } from '../input/input-buffer'
import { appendAudio, clearInput, commitInput, restartVad } from '../input/input-control'
import { createItem, deleteItem, retrieveItem, truncateItem } from '../items/item-control'
import type { Pacing } from '../output/pacing'
import { FULL_TOKENS } from '../server/rate-limits'
import { cancelResponse, createResponse } from '../output/response-control'
import type { ScriptedResponse } from '../script/script'
import { defaultConfig } from '../configuration/session-config'
import type { SessionContext } from './session-context'
import type { ObservedSession, PracticeObserver, SessionFact } from './observer'
import { Timeline } from './timeline'
import { updateSession } from '../configuration/update-control'
import { NO_TOKENS } from './usage'
import { violationIn } from './violations'
import type { Emission, Frame, ServerEvent } from './wire'

export interface SessionOptions {
  /** Keeps the ids of two sessions apart. */
  readonly seed: string
  readonly model: string
  /** Unix seconds at the start of the session. */
  readonly startedAt: number
  readonly lifetimeSeconds: number
  /** Beyond `expires_at`. */
  readonly graceSeconds: number
  readonly pacing: Pacing
  readonly faults: FaultBox
  readonly nextScripted: () => ScriptedResponse | undefined
  readonly observe?: PracticeObserver | undefined
}

/** Whole seconds, as the real service has them. Rounded up, and the session lives until then: what is announced is true. */
const expiryOf = ({ startedAt, lifetimeSeconds }: SessionOptions): number => Math.ceil(startedAt + lifetimeSeconds)

const handle = (context: SessionContext, event: ClientEvent): ErrorBody | null => {
  switch (event.type) {
    case 'session.update':
      return updateSession(context, event)
    case 'input_audio_buffer.append':
      return appendAudio(context, event)
    case 'input_audio_buffer.commit':
      return commitInput(context)
    case 'input_audio_buffer.clear':
      return clearInput(context)
    case 'output_audio_buffer.clear':
      return errors.webRtcOnly()
    case 'conversation.item.create':
      return createItem(context, event)
    case 'conversation.item.retrieve':
      return retrieveItem(context, event)
    case 'conversation.item.truncate':
      return truncateItem(context, event)
    case 'conversation.item.delete':
      return deleteItem(context, event)
    case 'response.create':
      return createResponse(context, event)
    case 'response.cancel':
      return cancelResponse(context, event)
    default:
      return assertNever(event.type)
  }
}

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
  readonly #endMs: number
  #tell: (fact: SessionFact) => void = () => undefined
  #isOver = false
  #outbox: Emission[] = []

  constructor(options: SessionOptions) {
    const ids = createIds(options.faults.has('ids-anew') ? '' : options.seed, options.faults.look('long-ids', 400) ?? 0)
    this.id = ids.next('sess')
    this.model = options.model
    this.#observe = options.observe
    this.#lifetimeSeconds = options.lifetimeSeconds
    this.#endMs = (expiryOf(options) - options.startedAt + options.graceSeconds) * 1_000
    this.#context = {
      model: options.model,
      conversationId: ids.next('conv'),
      ids,
      faults: options.faults,
      pacing: options.pacing,
      timeline: new Timeline(),
      conversation: new Conversation(),
      input: new InputBuffer(),
      nextScripted: options.nextScripted,
      emit: (event) => this.#emit(event),
      tell: (fact) => this.#tell(fact),
      config: defaultConfig(this.id, options.model, expiryOf(options)),
      vad: null,
      speech: null,
      idle: null,
      active: null,
      outOfBand: new Set(),
      hasSpoken: false,
      tokensRead: NO_TOKENS,
      tokensLeft: FULL_TOKENS,
      heldTranscriptions: [],
    }
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
    this.#context.timeline.after(this.#endMs, () => this.#end('expire'))
    return this.#takeOutbox()
  }

  receive(message: string, nowMs: number): readonly Emission[] {
    this.#context.timeline.runUntil(nowMs)
    const event = readClientEvent(message)
    if (event.ok) this.#handle(event.value)
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

  #handle(event: ClientEvent): void {
    this.#tell({ kind: 'received', type: event.type, fields: event.fields })
    const problem = handle(this.#context, event)
    const violation = violationIn(this.#context, event, problem)
    if (violation !== null) this.#tell({ kind: 'violated', ...violation })
    if (problem !== null) this.#emit(errorEvent(problem, event.eventId))
  }

  #emit(event: ServerEvent): void {
    const { ids, faults } = this.#context
    const frame: Frame = { event_id: ids.next('event'), ...event }
    for (const disturbed of disturb(frame, faults, ids)) {
      this.#tell({ kind: 'sent', type: disturbed.type })
      this.#outbox.push({ kind: 'send', frame: disturbed })
    }
  }

  #end(kind: CutKind): void {
    const farewell = farewellOf(kind, this.#lifetimeSeconds, this.#context.model)
    if (farewell === null) return
    if (farewell.body !== null) this.#emit(errorEvent(farewell.body))
    this.#outbox.push({ kind: 'close', code: farewell.closeCode, reason: farewell.reason })
  }

  #takeOutbox(): readonly Emission[] {
    return this.#outbox.splice(0)
  }
}
