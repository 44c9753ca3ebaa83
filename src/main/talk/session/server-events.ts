import type { KnownServer } from '../../providers/core/known-server'
import { unknownEventIn } from '../../providers/core/may-send'
import { leaveAlone } from '../../../shared/assert'
import { classifyApiError } from '../../../shared/errors/classify-error'
import { appError, type AppError } from '../../../shared/errors/errors'
import type { ItemId } from '../../../shared/ids'
import { notifiedError } from '../core/realtime/answer-end'
import { type LeftBySession, parseServerEvent, type ServerEvent } from '../core/realtime/server-event'
import type { Logger } from '../../platform/ports'
import type { AnswerRetries } from './answer-retries'
import type { Answers } from './answers'
import type { AudioOutput } from '../output/audio-output'
import type { AudioInput } from '../input/audio-input'
import type { ConnectionRunner } from './connection-runner'
import type { ConversationStore } from '../conversation/conversation-store'
import { FloodGate } from './flood-gate'
import { HostedServers } from './hosted-servers'
import type { NamelessErrors } from './nameless-errors'
import type { ResponseRequests } from './response-requests'
import type { SessionConfigurer } from './session-configurer'
import type { Extensions } from '../extensions'
import type { PostTalkFact } from '../facts'
import type { MachineStates } from '../machine-states'

export interface ServerEventParts {
  readonly connection: ConnectionRunner
  readonly known: () => KnownServer
  readonly configurer: SessionConfigurer
  readonly audioInput: AudioInput
  readonly audioOutput: AudioOutput
  readonly answers: Answers
  readonly errors: NamelessErrors
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly conversation: ConversationStore
  readonly extensions: Pick<Extensions, 'owns'>
  readonly states: Pick<MachineStates, 'mode'>
  readonly notify: (error: AppError) => void
  readonly post: PostTalkFact
  readonly logger: Logger
}

/** What the server says, and the only `switch` on `event.type`. Never throws on what a server sends. */
export class ServerEvents {
  private readonly gate: FloodGate
  private readonly hosted: HostedServers
  /** The spoken one that was delivered last. */
  private question: ItemId | null = null

  constructor(private readonly parts: ServerEventParts) {
    this.hosted = new HostedServers(parts.post)
    this.gate = new FloodGate(() => parts.notify(appError('flood')))
  }

  receive(text: string): void {
    const parsed = parseServerEvent(text)
    if (parsed.kind === 'unknown') return this.parts.logger.debug('unknown event')
    if (parsed.kind === 'malformed') return this.parts.logger.warn('malformed event', { reason: parsed.reason })
    const event = this.parts.connection.names.incoming(parsed.event) // behind this line there are only ids of ours
    if (this.isBeside(event)) return
    this.dispatch(event)
    this.hosted.heard(event)
    this.parts.requests.heard(event)
    const admitted = this.gate.admit(this.parts.connection.session, event, this.isAsked(event))
    if (admitted !== null) this.parts.conversation.apply(admitted)
    this.parts.answers.shown(event)
  }

  /** What the person asked by voice, or part of an answer to it, also where the server does not say to which. */
  private isAsked(event: ServerEvent): boolean {
    const { requests } = this.parts
    if (event.type === 'input_audio_buffer.committed') return event.item !== null && event.item === this.question
    if (!('response' in event)) return false
    return event.response === null ? requests.answeredTurn !== null : typeof event.response === 'string' && requests.turnOf(event.response) !== null
  }

  /** Of an extension's own response: neither heard nor shown, but it costs, and a server that does one thing at a time is free again. */
  private isBeside(event: ServerEvent): boolean {
    if (event.type === 'error' || !this.isOwned(event)) return false
    if (event.type === 'response.done') {
      this.parts.post({ type: 'responseDone', response: event.response })
      this.parts.requests.freed(event.response.id)
    }
    return true
  }

  /** Hands-free, a response that nobody asked for is an answer. */
  private isOwned(event: ServerEvent): boolean {
    const { extensions, requests, states } = this.parts
    return extensions.owns(event, !requests.busy && states.mode === 'hold')
  }

  private dispatch(event: ServerEvent): void {
    const { audioOutput, answers, post } = this.parts
    switch (event.type) {
      case 'error':
        return this.error(event)
      case 'session.created':
      case 'session.updated':
      case 'conversation.created':
        return this.sessionEvent(event)
      case 'input_audio_buffer.speech_started':
        return post({ type: 'speechStarted' })
      case 'input_audio_buffer.speech_stopped':
        return post({ type: 'speechStopped' })
      case 'input_audio_buffer.committed':
        return this.committed(event.item)
      case 'rate_limits.updated':
        return this.parts.retries.limits(event.limits)
      case 'response.created':
        return answers.created(event.response.id)
      case 'response.output_audio.delta':
        return answers.audio(event)
      case 'response.output_audio.done':
        return audioOutput.endItem(event.item)
      case 'response.output_item.done':
        return audioOutput.endItem(event.item.id) // some servers never say that the audio is done
      case 'response.done':
        post({ type: 'responseDone', response: event.response })
        return answers.done(event.response)
      case 'response.output_item.added':
        return answers.grew(event.response, event.item.id, false)
      case 'response.mcp_call.in_progress':
        return answers.grew(null, event.item, false)
      case 'response.content_part.added':
        return answers.grew(event.response, event.item, false)
      case 'response.output_audio_transcript.delta':
      case 'response.output_text.delta':
        return answers.grew(event.response, event.item, event.delta !== '')
      case 'response.output_audio_transcript.done':
        return answers.transcribed(event.item, event.transcript)
      case 'response.output_text.done':
      case 'response.content_part.done':
        return answers.transcribed(event.item, event.text)
      default:
        return leaveAlone<LeftBySession>(event)
    }
  }

  /** `conversation.created` comes after `session.created`, instead of it or not at all. */
  private sessionEvent(event: Extract<ServerEvent, { type: 'session.created' | 'session.updated' | 'conversation.created' }>): void {
    const { connection, configurer, post } = this.parts
    if (event.type !== 'session.updated') connection.sessionCreated()
    if (event.type !== 'conversation.created') post({ type: 'sessionExpires', at: event.session.expiresAt })
    if (event.type === 'session.updated') configurer.answered()
  }

  private committed(item: ItemId | null): void {
    const { audioInput, conversation, post } = this.parts
    const former = audioInput.repeats()
    const speech = audioInput.delivered(item)
    if (item !== null && former !== null) conversation.succeed(former, item)
    if (speech !== null) this.question = item
    if (speech !== null && audioInput.streams) post({ type: 'turnAsked', turn: null, by: 'heard' })
    if (item !== null && speech !== null && speech.samples > 0) post({ type: 'questionDelivered', item, speech })
  }

  /** An `error` alone never ends the session; what it means depends on which of our events it names. */
  private error(event: Extract<ServerEvent, { type: 'error' }>): void {
    const { connection, configurer, requests, notify, logger } = this.parts
    const { error: cause, eventId } = event
    const { error, severity } = classifyApiError(cause)
    connection.noteError(cause)
    const unknown = unknownEventIn(cause)
    if (unknown !== null) this.parts.known().learned.unknownEvent(unknown)
    logger.info('server error', { tag: error.tag, severity })
    if (configurer.refused({ eventId, cause, severity }) || this.isOwned(event)) return
    const isOurs = requests.isOurs(eventId)
    if (isOurs && !requests.answering) return this.parts.answers.refused(cause)
    if (isOurs || !requests.wasOurs(eventId)) return this.parts.errors.take(cause, severity)
    if (severity === 'failed') notify(notifiedError(cause))
  }
}
