import { firstCharacters } from '../../shared/text/characters'
import type { ConversationItem } from '../../shared/conversation'
import type { ItemId, ResponseId } from '../../shared/ids'
import { overflowing, RESTORE_BUDGET_CHARS, type Summary } from '../talk/core/conversation/context-restore'
import { SUMMARY_INSTRUCTIONS, summaryInput } from './core/summary-input'
import { restoredSize } from '../talk/core/conversation/turns'
import type { RestoredItem, TalkExtension, TalkFact } from '../talk/extension'
import { Deadline } from '../platform/deadline'
import type { Logger, Timers } from '../platform/ports'
import { type ClientEvent, SUMMARY_METADATA, summaryRequest } from '../talk/core/realtime/client-event'
import { isOwn, noteOwn, NO_RESPONSES, responseOf } from '../talk/core/realtime/own-responses'
import type { ServerEvent, ServerResponse } from '../talk/core/realtime/server-event'

type GiveUpReason = 'refused' | 'silent' | 'empty' | NonNullable<ServerResponse['status']>

/** A summary for less than about a thousand tokens of talk would cost more than it saves. */
const STEP_CHARS = 4_000
/** A text answer of this length takes a few seconds. */
const ANSWER_BOUND_MS = 30_000
/** Three times what was asked for: a model that cannot stop must not fill every later session. */
const MAX_SUMMARY_CHARS = 3_600
const EVENT_PREFIX = 'summary_'

export interface SummarySocket {
  readonly send: (event: ClientEvent) => void
  readonly isReady: () => boolean
}

const NO_SOCKET: SummarySocket = { send: () => undefined, isReady: () => false }

interface Request {
  readonly eventId: string
  readonly covers: ReadonlySet<ItemId>
  /** Null until the server has begun. */
  response: ResponseId | null
  text: string
  /** Cleared when what it tells is no longer wanted. It stays the one that is out all the same: never two at once. */
  wanted: boolean
}

/**
 * Keeps a running summary of what no longer fits into what is restored of a session, made by the server itself beside the talk
 * (docs/wire-facts.md, Out-of-band responses). A server that cannot is asked once per session; what is restored then does without.
 */
export class Summarizer implements TalkExtension {
  readonly name = 'summary'
  private summary: Summary | null = null
  private request: Request | null = null
  private able = true
  private requests = 0
  private own = NO_RESPONSES
  private socket: SummarySocket = NO_SOCKET
  private readonly bound: Deadline

  constructor(
    timers: Timers,
    private readonly logger: Logger,
  ) {
    this.bound = new Deadline(timers, () => this.giveUp('silent'))
  }

  start(socket: SummarySocket): void {
    this.socket = socket
  }

  get current(): Summary | null {
    return this.summary
  }

  restore(): readonly RestoredItem[] {
    return this.summary === null || this.summary.text === '' ? [] : [{ text: `Summary of the talk so far: ${this.summary.text}` }]
  }

  owns(event: ServerEvent, alone: boolean): boolean {
    return event.type === 'error' ? this.refused(event.eventId) : this.claims(event, alone)
  }

  heard(fact: TalkFact): void {
    switch (fact.type) {
      case 'sessionBegan':
        return this.begun()
      case 'conversationOpened':
      case 'conversationSealed': // it was made of what the other server was told
        return this.forget()
      case 'itemRemoved':
        return this.deleted(fact.item)
      case 'quiet':
        return this.consider(fact.said)
      default:
    }
  }

  /**
   * A quiet moment. What will soon fall out of what is restored is summed up a step before it does, so that a session that begins in
   * between misses nothing.
   */
  consider(items: readonly ConversationItem[]): void {
    if (!this.able || this.request !== null || !this.socket.isReady()) return
    const older = overflowing(items, this.summary, RESTORE_BUDGET_CHARS - STEP_CHARS)
    if (older.reduce((sum, item) => sum + restoredSize(item), 0) > STEP_CHARS) this.ask(older)
  }

  /**
   * The event belongs to a summary: nobody else may show, speak or count it. `nothingElseAsked`: no other response is wanted,
   * so that one without metadata is ours too.
   */
  claims(event: ServerEvent, nothingElseAsked = false): boolean {
    const waits = this.request !== null && this.request.response === null
    this.own = noteOwn(this.own, event, SUMMARY_METADATA.purpose, waits && nothingElseAsked)
    if (!isOwn(this.own, event)) return false
    if (this.request !== null) this.follow(this.request, event)
    return true
  }

  /** An `error` of the server that names an event of ours. */
  refused(eventId: string | null): boolean {
    if (eventId?.startsWith(EVENT_PREFIX) !== true) return false
    if (eventId === this.request?.eventId) this.giveUp('refused')
    return true
  }

  /** A new session: ids of the old one mean nothing any more, and it may be able to do what the old one was not. */
  begun(): void {
    this.drop()
    this.able = true
    this.own = NO_RESPONSES
  }

  /** Another conversation. */
  forget(): void {
    if (this.request !== null) this.request.wanted = false
    this.summary = null
  }

  /** What was deleted must not live on in a summary; what else it told is summed up again. */
  deleted(item: ItemId): void {
    if (this.request?.covers.has(item) === true) this.request.wanted = false
    if (this.summary?.covers.has(item) === true) this.summary = null
  }

  private ask(items: readonly ConversationItem[]): void {
    const { text, covers } = summaryInput(this.summary, items)
    this.requests += 1
    const eventId = `${EVENT_PREFIX}${String(this.requests)}`
    this.bound.renew(ANSWER_BOUND_MS)
    this.request = { eventId, covers, response: null, text: '', wanted: true }
    this.socket.send(summaryRequest(eventId, text, SUMMARY_INSTRUCTIONS))
  }

  private follow(request: Request, event: ServerEvent): void {
    if (event.type === 'response.created') request.response ??= event.response.id
    const response = responseOf(event)
    if (response !== null && request.response !== null && response !== request.response) return // announced twice, or of a request that was given up
    if (event.type === 'response.done') return this.done(request, event.response)
    request.text = textAfter(request.text, event)
  }

  private done(request: Request, response: ServerResponse): void {
    const text = (response.output.map((item) => item.text).join('') || request.text).trim()
    if (response.status === 'cancelled') return this.drop() // swept away with another answer: the next quiet moment will do
    if (text === '' || (response.status !== 'completed' && response.status !== null)) return this.giveUp(response.status ?? 'empty')
    this.drop()
    if (request.wanted) this.summary = { text: firstCharacters(text, MAX_SUMMARY_CHARS), covers: request.covers }
  }

  private giveUp(why: GiveUpReason): void {
    this.logger.info('no summary', { why })
    this.able = false
    this.drop()
  }

  private drop(): void {
    this.bound.stop()
    this.request = null
  }
}

/** Some servers speak although text was asked for; the words are the same. */
function textAfter(text: string, event: ServerEvent): string {
  switch (event.type) {
    case 'response.output_text.delta':
    case 'response.output_audio_transcript.delta':
      return text + event.delta
    case 'response.output_text.done':
      return event.text || text
    case 'response.output_audio_transcript.done':
      return event.transcript || text
    default:
      return text
  }
}
