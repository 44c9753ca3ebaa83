import type { CutKind } from '../../../src/main/practice/faults/cuts'
import { imagesIn, type ImageFacts } from '../../../src/main/practice/input/image-input'
import { openCallsIn } from '../../../src/main/practice/items/calls'
import type { ItemRecord } from '../../../src/main/practice/items/conversation'
import type { OutOfBandRequest, ObservedSession, SessionFact, Violation } from '../../../src/main/practice/session/observer'
import type { WireResponse } from '../../../src/main/practice/session/wire'
import { assertNever } from '../../../src/shared/assert'
import { contextOf, type ContextItem, type Cut } from './context-view'
import { receivedEvent, type ReceivedEvent } from './received-event'
import { RequestNotes, type RequestedTurn } from './request-notes'
import type { SessionReport, Truncation } from './session-report'
import { noteAsked, noteEnded, type OutOfBandNote } from './out-of-band-notes'
import { TurnNotes, type AnsweredTurn } from './turn-notes'
import { addUsage, NO_USAGE } from './usage-sum'

const MAX_NOTED_EVENTS = 20_000

type Told<Kind extends SessionFact['kind']> = Extract<SessionFact, { kind: Kind }>

/** A report that grows with the facts of its session. */
export class SessionNotes implements SessionReport {
  readonly id: string
  readonly model: string
  readonly received: ReceivedEvent[] = []
  readonly sentTypes: string[] = []
  readonly truncations: Truncation[] = []
  readonly images: ImageFacts[] = []
  readonly summaries: OutOfBandNote[] = []
  readonly violations: Violation[] = []
  readonly #session: ObservedSession
  readonly #turns = new TurnNotes()
  readonly #requests = new RequestNotes()
  readonly #cuts = new Map<ItemRecord, Cut>()
  usage = NO_USAGE
  restoredItems = 0
  appendedBytes = 0
  committedBytes = 0
  responsesCreated = 0
  activeResponses = 0
  closeCode: number | null = null
  cut: CutKind | null = null
  #talkBegun = false

  constructor(session: ObservedSession) {
    this.#session = session
    this.id = session.id
    this.model = session.model
  }

  get context(): readonly ContextItem[] {
    return contextOf(this.#session.records, this.#cuts)
  }

  get answered(): readonly AnsweredTurn[] {
    return this.#turns.views
  }

  get openCalls(): readonly string[] {
    return openCallsIn(this.#session.records).map(({ call_id: callId = '' }) => callId)
  }

  get turns(): readonly RequestedTurn[] {
    return this.#requests.turns
  }

  get committedAudio(): readonly Buffer[] {
    return this.#turns.committedAudio
  }

  get open(): boolean {
    return this.closeCode === null && this.cut === null
  }

  get receivedTypes(): readonly string[] {
    return this.received.map((event) => event.type)
  }

  hear(fact: SessionFact): void {
    this.#requests.hear(fact)
    switch (fact.kind) {
      case 'received':
        if (this.received.length < MAX_NOTED_EVENTS) this.received.push(receivedEvent(fact.type, fact.fields))
        return
      case 'sent':
        if (this.sentTypes.length < MAX_NOTED_EVENTS) this.sentTypes.push(fact.type)
        return
      case 'appended':
        this.appendedBytes += fact.bytes
        return
      case 'committed':
        return this.#committed(fact)
      case 'created':
        return this.#created(fact)
      case 'truncated':
        return this.#truncated(fact)
      case 'outOfBand':
        return this.#outOfBand(fact)
      case 'violated':
        this.violations.push({ rule: fact.rule, about: fact.about })
        return
      case 'begun':
        return this.#begun(fact)
      case 'ended':
        return this.#ended(fact.response)
      case 'cut':
        this.cut = fact.how
        this.activeResponses = 0
        return
      case 'closed':
        this.closeCode ??= fact.code
        this.activeResponses = 0
        return
      default:
        return assertNever(fact)
    }
  }

  #committed({ itemId, audio }: Told<'committed'>): void {
    this.committedBytes += audio.byteLength
    this.#talkBegun = true
    this.#turns.arrived(itemId, audio, 'commit')
  }

  #created({ item, audio }: Told<'created'>): void {
    const whole = Buffer.concat(audio)
    this.images.push(...imagesIn(item))
    if (!this.#talkBegun) this.restoredItems += 1
    if (whole.byteLength > 0) this.#turns.arrived(item.id, whole, 'item')
  }

  #truncated({ record, audioEndMs, bytesBefore }: Told<'truncated'>): void {
    this.truncations.push({ itemId: record.item.id, audioEndMs })
    this.#cuts.set(record, { fullBytes: this.#cuts.get(record)?.fullBytes ?? bytesBefore, heardMs: audioEndMs })
  }

  #outOfBand(asked: OutOfBandRequest): void {
    this.summaries.push(noteAsked(asked))
  }

  #begun({ responseId, heard }: Told<'begun'>): void {
    this.responsesCreated += 1
    this.activeResponses += 1
    if (heard === null) return
    this.#talkBegun = true
    this.#turns.begun(heard, responseId)
  }

  #ended(response: WireResponse): void {
    this.activeResponses -= 1
    if (response.usage !== null) this.usage = addUsage(this.usage, response.usage)
    this.#turns.ended(response.id, response.status)
    const note = this.summaries.find(({ responseId }) => responseId === response.id)
    if (note !== undefined) noteEnded(note, response)
  }
}
