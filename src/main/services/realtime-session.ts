import { assertNever } from '../../shared/assert'
import { type ApiError, classifyApiError } from '../../shared/classify-error'
import { type AppError, appError } from '../../shared/errors'
import type { ItemId, ResponseId, TurnId } from '../../shared/ids'
import { parseServerEvent, type ServerEvent, type ServerResponse } from '../core/realtime/server-event'
import type { Logger } from '../core/ports'
import type { AnswerRetries } from './answer-retries'
import type { AudioDownlink } from './audio-downlink'
import type { AudioUplink } from './audio-uplink'
import type { Undelivered } from './uplink-socket'
import type { ConnectionRunner } from './connection-runner'
import type { ConversationStore } from './conversation-store'
import type { ResponseRequests } from './response-requests'
import type { SessionConfigurer } from './session-configurer'
import type { Summarizer } from './summarizer'
import type { TextQueue } from './text-queue'

/** Facts that go up from the session, each keyed by what it belongs to. */
export interface SessionListener {
  /** In unix seconds; null: the server does not say it here. */
  readonly sessionExpires: (expiresAt: number | null) => void
  /** The server has a spoken question whole. */
  readonly questionDelivered: (item: ItemId, speech: Undelivered) => void
  readonly answerStarted: (turn: TurnId, item: ItemId) => void
  readonly answerDone: (turn: TurnId) => void
  readonly answerFailed: (turn: TurnId, error: AppError) => void
  /** The server could not answer now; it will be asked again by itself. */
  readonly answerPostponed: (turn: TurnId, error: AppError, delayMs: number) => void
  /** The server has begun to answer this turn, or is done with it: nothing of it need be kept. */
  readonly answered: (turn: TurnId) => void
  readonly responseDone: (response: ServerResponse) => void
  /** Nobody's answer and nobody's request: only words for the person. */
  readonly trouble: (error: AppError) => void
  readonly speechStarted: () => void
  readonly speechStopped: () => void
}

export interface SessionParts {
  readonly connection: ConnectionRunner
  readonly configurer: SessionConfigurer
  readonly uplink: AudioUplink
  readonly texts: TextQueue
  readonly downlink: AudioDownlink
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly summarizer: Summarizer
  /** Server VAD is on: a response nobody asked for is an answer. */
  readonly serverAnswersByItself: () => boolean
  readonly conversation: ConversationStore
  readonly listener: SessionListener
  readonly logger: Logger
}

/** What the server says, and the only `switch` on `event.type`. Never throws on what a server sends. */
export class RealtimeSession {
  constructor(private readonly parts: SessionParts) {}

  receive(text: string): void {
    const parsed = parseServerEvent(text)
    if (parsed.kind === 'unknown') return this.parts.logger.debug('unknown event')
    if (parsed.kind === 'malformed') return this.parts.logger.warn('malformed event', { reason: parsed.reason })
    if (this.isBeside(parsed.event)) return
    this.dispatch(parsed.event)
    this.parts.conversation.apply(parsed.event)
  }

  /** Of a summary: neither heard nor shown, but it costs, and a server that does one thing at a time is free again. */
  private isBeside(event: ServerEvent): boolean {
    const { summarizer, requests, listener } = this.parts
    if (!summarizer.claims(event, !requests.busy && !this.parts.serverAnswersByItself())) return false
    if (event.type === 'response.done') {
      listener.responseDone(event.response)
      requests.post({ type: 'done', response: event.response.id })
    }
    return true
  }

  private dispatch(event: ServerEvent): void {
    const { downlink, requests, listener } = this.parts
    switch (event.type) {
      case 'error':
        return this.error(event.error, event.eventId)
      case 'session.created':
      case 'session.updated':
      case 'conversation.created':
        return this.sessionEvent(event)
      case 'input_audio_buffer.speech_started':
        return listener.speechStarted()
      case 'input_audio_buffer.speech_stopped':
        return listener.speechStopped()
      case 'input_audio_buffer.committed':
        return this.committed(event.item)
      case 'rate_limits.updated':
        return this.parts.retries.limits(event.limits)
      case 'response.created':
        return requests.post({ type: 'created', response: event.response.id })
      case 'response.output_audio.delta':
        return this.audio(event.response, event.item, event.delta)
      case 'response.output_audio.done':
        return downlink.endItem(event.item)
      case 'response.output_item.done':
        return downlink.endItem(event.item.id) // some servers never say that the audio is done
      case 'response.done':
        return this.responseDone(event.response)
      case 'conversation.item.added':
      case 'conversation.item.done':
      case 'conversation.item.truncated':
      case 'conversation.item.deleted':
      case 'conversation.item.input_audio_transcription.delta':
      case 'conversation.item.input_audio_transcription.updated':
      case 'conversation.item.input_audio_transcription.completed':
      case 'conversation.item.input_audio_transcription.failed':
      case 'input_audio_buffer.cleared':
      case 'input_audio_buffer.timeout_triggered':
      case 'response.output_item.added':
      case 'response.output_audio_transcript.delta':
      case 'response.output_audio_transcript.done':
      case 'response.output_text.delta':
      case 'response.output_text.done':
      case 'response.content_part.added':
      case 'response.content_part.done':
      case 'response.function_call_arguments.done':
        return // the conversation's fold has what there is to have
      default:
        return assertNever(event)
    }
  }

  /** `conversation.created` comes after `session.created`, instead of it or not at all. */
  private sessionEvent(event: Extract<ServerEvent, { type: 'session.created' | 'session.updated' | 'conversation.created' }>): void {
    const { connection, configurer, listener } = this.parts
    if (event.type !== 'session.updated') connection.sessionCreated()
    if (event.type !== 'conversation.created') listener.sessionExpires(event.session.expiresAt)
    if (event.type === 'session.updated') configurer.answered()
  }

  private committed(item: ItemId | null): void {
    const { uplink, listener } = this.parts
    const speech = uplink.delivered(item)
    if (item !== null && speech !== null && speech.samples > 0) listener.questionDelivered(item, speech)
  }

  private audio(response: ResponseId | null, item: ItemId, delta: string): void {
    const { requests, downlink, listener } = this.parts
    if (response !== null && requests.isDropped(response)) return
    const turn = response === null ? null : requests.turnOf(response)
    const first = !downlink.knows(item)
    downlink.delta(turn, item, delta)
    if (!first) return
    if (turn === null) return this.parts.uplink.streamAnswered()
    this.answered(turn)
    listener.answerStarted(turn, item)
  }

  private responseDone(response: ServerResponse): void {
    const { requests, downlink, listener } = this.parts
    const turn = requests.turnOf(response.id)
    const dropped = requests.isDropped(response.id)
    for (const item of response.output) downlink.endItem(item.id)
    requests.post({ type: 'done', response: response.id })
    listener.responseDone(response)
    if (response.status === 'failed' && !dropped) return this.answerFailed(turn, response)
    if (turn === null) return this.parts.uplink.streamAnswered()
    listener.answerDone(turn)
    this.answered(turn)
  }

  private answered(turn: TurnId): void {
    this.parts.retries.answered(turn)
    this.parts.uplink.answered(turn)
    this.parts.texts.answered(turn)
    this.parts.listener.answered(turn)
  }

  private answerFailed(turn: TurnId | null, response: ServerResponse): void {
    const { error } = response.error === null ? { error: appError('server-gone') } : classifyApiError(response.error)
    if (turn === null) {
      this.parts.uplink.streamAnswered()
      return this.parts.listener.trouble(error)
    }
    const begun = response.output.some(({ id }) => this.parts.downlink.knows(id))
    this.failedOrPostponed(turn, response.error, error, begun)
  }

  private failedOrPostponed(turn: TurnId, cause: ApiError | null, error: AppError, begun: boolean): void {
    const { retries, listener } = this.parts
    const delayMs = retries.failed(turn, cause, begun)
    if (delayMs !== null) return listener.answerPostponed(turn, error, delayMs)
    listener.answerFailed(turn, error)
    this.answered(turn)
  }

  /** An `error` alone never ends the session; what it means depends on which of our events it names. */
  private error(cause: ApiError, eventId: string | null): void {
    const { connection, configurer, requests, listener, logger } = this.parts
    const { error, severity } = classifyApiError(cause)
    connection.noteError(cause)
    logger.info('server error', { tag: error.tag, severity })
    if (configurer.refused({ eventId, cause, severity }) || this.parts.summarizer.refused(eventId)) return
    if (requests.isOurs(eventId)) return this.createRefused(cause, error)
    if (severity === 'failed') listener.trouble(error)
  }

  private createRefused(cause: ApiError, error: AppError): void {
    const { requests } = this.parts
    if (cause.code === 'conversation_already_has_active_response') return requests.post({ type: 'createRefused' })
    const turn = requests.wantedTurn
    requests.post({ type: 'createFailed' })
    if (turn !== null) this.failedOrPostponed(turn, cause, error, false)
  }
}
