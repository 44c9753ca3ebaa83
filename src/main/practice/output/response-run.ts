import { newRecord, type ItemRecord } from '../items/conversation'
import type { Ending } from '../script/script'
import type { SessionContext, StopReason } from '../session/session-context'
import { spokenTokens, textTokens } from '../session/usage'
import { isMcpItem, type ItemStatus, type ServerEvent, type StatusDetails, type WireItem, type WireResponse } from '../session/wire'
import { detailsOf, responseOf, type ResponseRequest } from './response-object'

/** The steps of an answer: each yielded number is a wait in milliseconds, everything else goes out through the run. */
export type Steps = Generator<number, void, void>

/**
 * One response from `response.created` to `response.done`. Its steps are a generator: a cancel forgets the wait, sets `stopped` and lets the
 * generator run to its end, which closes every open item on the way. So there is one sequence of events, and it is right for both ends.
 */
export class ResponseRun {
  readonly id: string
  readonly request: ResponseRequest
  readonly context: SessionContext
  /** Deltas that a cancel kept back; the `late-deltas` fault sends them after the end. */
  readonly leftover: ServerEvent[] = []
  ending: Ending = { status: 'completed' }
  stopped: StopReason | null = null
  /** Where the input audio stood when the first audio delta left, in bytes; for the idle clock. */
  firstAudioAtByte: number | null = null
  audioBytes = 0
  #textTokens = 0
  #finished: WireItem[] = []
  #steps: Steps | null = null
  #forgetWait: () => void = () => {}
  readonly #onDone: (run: ResponseRun, response: WireResponse) => void

  constructor(context: SessionContext, request: ResponseRequest, onDone: (run: ResponseRun, response: WireResponse) => void) {
    this.context = context
    this.request = request
    this.id = context.ids.next('resp')
    this.#onDone = onDone
  }

  start(steps: Steps): void {
    this.#steps = steps
    const lateMs = this.context.faults.take('late-created', 20_000)
    if (lateMs === null) return this.#begin()
    this.#forgetWait = this.context.timeline.after(lateMs, () => this.#begin())
  }

  cancel(reason: StopReason): void {
    this.stopped = reason
    this.#forgetWait()
    this.#resume()
  }

  hasCalled(callId: string): boolean {
    return this.#finished.some((item) => item.call_id === callId)
  }

  emit(event: ServerEvent): void {
    this.context.emit(event)
  }

  openItem(item: WireItem, outputIndex: number): ItemRecord {
    this.emit({ type: 'response.output_item.added', response_id: this.id, output_index: outputIndex, item })
    if (this.request.outOfBand) return newRecord(item, [], true)
    const previous = this.context.conversation.insert(item, [], null)
    this.emit({ type: 'conversation.item.added', previous_item_id: previous, item })
    return this.context.conversation.find(item.id) ?? newRecord(item, [], true)
  }

  /** `whatever`: how it ends where nobody stops it. */
  closeItem(record: ItemRecord, item: WireItem, outputIndex: number, whatever?: ItemStatus): void {
    const status: ItemStatus = this.stopped === null ? (whatever ?? (this.ending.status === 'completed' ? 'completed' : 'incomplete')) : 'incomplete'
    const closed: WireItem = isMcpItem(item.type) ? item : { ...item, status }
    record.item = closed
    record.answered = true
    this.#finished.push(closed)
    if (!this.request.outOfBand) this.emit({ type: 'conversation.item.done', previous_item_id: this.#previousOf(closed.id), item: closed })
    this.emit({ type: 'response.output_item.done', response_id: this.id, output_index: outputIndex, item: closed })
  }

  /** Counts text that was produced: transcript, text, arguments. */
  countText(text: string): void {
    this.#textTokens += textTokens(text)
  }

  countAudio(bytes: number): void {
    this.firstAudioAtByte ??= this.context.input.endByte
    this.audioBytes += bytes
    // The voice is locked by what was said in the conversation; nobody has heard the rest.
    if (!this.request.outOfBand) this.context.hasSpoken = true
  }

  #begin(): void {
    this.emit({ type: 'response.created', response: this.#shape('in_progress', null) })
    this.#resume()
  }

  #resume(): void {
    for (let step = this.#steps?.next(); step !== undefined && step.done !== true; step = this.#steps?.next()) {
      if (this.stopped !== null) continue
      this.#forgetWait = this.context.timeline.after(step.value, () => this.#resume())
      return
    }
    this.#finish()
  }

  #finish(): void {
    const details = detailsOf(this.stopped, this.ending)
    const response = this.#shape(details?.type ?? 'completed', details)
    this.#onDone(this, response)
    this.emit({ type: 'response.done', response })
  }

  #previousOf(itemId: string): string | null {
    const records = this.context.conversation.records
    return records[records.findIndex((record) => record.item.id === itemId) - 1]?.item.id ?? null
  }

  #shape(status: WireResponse['status'], details: StatusDetails | null): WireResponse {
    const { id, request, context } = this
    const output = { text: this.#textTokens, audio: spokenTokens(this.audioBytes) }
    return responseOf({ id, request, conversationId: context.conversationId, finished: this.#finished, output }, status, details)
  }
}
