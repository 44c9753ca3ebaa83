import type { KnownServer } from '../../providers/core/known-server'
import type { ServerEvent } from '../core/realtime/server-event'
import { TUNING } from '../core/turn/tuning'
import { QuestionWords } from './question-words'
import type { ResponseId, TurnId } from '../../../shared/ids'
import { type AnswerOwner, answerOwner, type Askers } from '../core/realtime/answer-owner'
import { type ClientEvent, responseCancel, responseCreate, responseWithoutTools } from '../core/realtime/client-event'
import {
  emptySequencer,
  isDropped,
  sequencerBoundMs,
  type SequencerCommand,
  type SequencerInput,
  type SequencerState,
  sequencerStep,
  turnOfResponse,
} from '../core/realtime/sequencer/response-sequencer'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'

const EVENT_PREFIX = 'create_'

/** One `response.create` or `cancel` in flight: runs the pure sequencer over the socket. */
export class ResponseRequests {
  private state: SequencerState = emptySequencer
  private requests = 0
  private signAt = 0
  private sessions = 0
  private toolless: TurnId | 'server' | null = null
  /** Whose question the server answers without being asked. */
  private unasked: TurnId | null = null
  /** A server that listens for the end by itself took a long pause for it, and nothing was said since: its answer came too early and is gone. */
  private endedEarly = false
  private readonly words: QuestionWords
  private readonly bound: Deadline<number>

  constructor(
    private readonly way: { readonly send: (event: ClientEvent) => void; readonly server: () => KnownServer },
    private readonly timers: Timers,
    private readonly askers: () => Askers,
    private readonly changed: () => void,
  ) {
    this.bound = new Deadline(timers, (boundMs) => this.waited(boundMs))
    this.words = new QuestionWords(timers, (turn) => this.request(turn))
  }

  /** Behind the commit of a spoken question. When it may be asked for, and whether it need be, differs from server to server. */
  requestSpoken(turn: TurnId): void {
    const { createAfter, gateSilenceMs } = this.way.server().profile.turns
    if (createAfter === 'transcript') {
      this.words.awaitFor(turn)
      return this.changed()
    }
    this.unasked = createAfter === 'none' && !(gateSilenceMs !== null && this.endedEarly) ? turn : null
    this.post({ type: 'request', turn })
  }

  heard(event: ServerEvent): void {
    this.words.heard(event)
    if (event.type === 'input_audio_buffer.speech_started') this.endedEarly = false
    if (event.type === 'input_audio_buffer.committed') this.endedEarly = this.wantedTurn === null
  }

  request(turn: TurnId): void {
    this.words.forget()
    this.unasked = null
    this.post({ type: 'request', turn })
  }

  /** Behind answered calls. Without tools, it is so from now on. `turn` null: what the server says by itself. */
  requestMore(turn: TurnId | null, how: 'with tools' | 'without tools'): void {
    const who = turn ?? 'server'
    if (how === 'without tools') this.toolless = who
    else if (this.toolless === who) this.toolless = null
    this.post({ type: 'request', turn })
  }

  /** Nothing that runs, or was asked for, is wanted any more. */
  cancel(): void {
    this.words.forget()
    this.post({ type: 'cancel' })
  }

  created(response: ResponseId | null): void {
    this.post({ type: 'created', response, welcome: this.askers().welcome })
  }

  /** Whose answer it was that is over now. */
  done(response: ResponseId | null): AnswerOwner {
    const owner = this.ownerAtEnd(response)
    this.post({ type: 'done', response })
    return owner
  }

  /** The same, before whatever waits for its end is asked for. */
  ownerAtEnd(response: ResponseId | null): AnswerOwner {
    const state = response === null ? this.state : sequencerStep(this.state, { type: 'done', response }).state // it may never have been announced
    return answerOwner(state, response, this.askers())
  }

  /** A response beside the conversation is over: a server that does one thing at a time is free. */
  freed(response: ResponseId | null): void {
    if (this.state.name === 'held' || this.state.name === 'cancelling') this.post({ type: 'done', response })
  }

  /** There runs another response. True: it is the one that was taken for ours, and it is not wanted. */
  refused(): boolean {
    const taken = this.answering
    this.post({ type: 'createRefused', welcome: this.askers().welcome })
    return taken && !this.answering
  }

  failed(): void {
    this.post({ type: 'createFailed' })
  }

  /** The connection is gone, and with it all ids. */
  forget(): void {
    this.sessions += 1
    this.words.forget()
    this.post({ type: 'reset' })
  }

  /** Something of an answer came: whose it is. What turns out to be nobody's is cancelled. */
  ownerOf(response: ResponseId | null): AnswerOwner {
    const askers = this.askers()
    this.signAt = this.timers.now()
    this.post({ type: 'sign', response, welcome: askers.welcome })
    const owner = answerOwner(this.state, response, askers)
    if (owner.kind === 'nobody' && this.runs(response)) this.cancel()
    return owner
  }

  /** The event that an `error` names is our latest `response.create`. */
  isOurs(eventId: string | null): boolean {
    return eventId !== null && eventId === this.requestId()
  }

  /** It is one of ours, though perhaps not the latest. */
  wasOurs(eventId: string | null): boolean {
    return eventId?.startsWith(EVENT_PREFIX) === true
  }

  turnOf(response: ResponseId | null): TurnId | null {
    return response === null ? null : turnOfResponse(this.state, response)
  }

  isDropped(response: ResponseId | null): boolean {
    return response === null ? this.state.name === 'cancelling' : isDropped(this.state, response)
  }

  /** Which session this is; what an older one said means nothing any more. */
  get session(): number {
    return this.sessions
  }

  /** Whose request is on its way. */
  get wantedTurn(): TurnId | null {
    return this.state.name === 'creating' && !this.state.cancelled ? this.state.turn : null
  }

  /** A request is on its way, and wanted. */
  get isWanted(): boolean {
    return this.state.name === 'creating' && !this.state.cancelled
  }

  /** Whose answer runs. */
  get answeredTurn(): TurnId | null {
    return this.state.name === 'active' ? this.state.turn : null
  }

  /** How many were asked for: the same number is the same request. */
  get asked(): number {
    return this.requests
  }

  /** For how long nothing of an answer has come. */
  get silentMs(): number {
    return this.timers.now() - this.signAt
  }

  /** A response is wanted, running or being cancelled. */
  get busy(): boolean {
    return this.words.waits || this.state.name !== 'idle'
  }

  /** The server is saying something, which only this session can finish. */
  get answering(): boolean {
    return this.state.name === 'active'
  }

  private post(input: SequencerInput): void {
    const before = this.state
    const { state, commands } = sequencerStep(before, input)
    this.state = state
    if (state !== before || input.type === 'expired') this.enter(state)
    for (const command of commands) this.run(command)
  }

  private runs(response: ResponseId | null): boolean {
    return this.state.name === 'active' && (response === null || this.state.names.includes(response))
  }

  private requestId(): string {
    return `${EVENT_PREFIX}${String(this.requests)}`
  }

  private enter(state: SequencerState): void {
    this.signAt = this.timers.now()
    const boundMs = state.name === 'cancelling' && this.way.server().profile.barge.cancel === false ? TUNING.uncancelledBoundMs : sequencerBoundMs(state)
    if (boundMs === null) this.bound.stop()
    else this.bound.renew(boundMs, boundMs)
    this.changed()
  }

  /** Whatever comes of an answer renews its bound. */
  private waited(boundMs: number): void {
    const left = this.state.name === 'active' ? boundMs - this.silentMs : 0
    if (left > 0) this.bound.renew(left, boundMs)
    else this.post({ type: 'expired' })
  }

  private run(command: SequencerCommand): void {
    if (command.type === 'sendCancel') return this.way.send(responseCancel(command.response))
    if (command.turn !== null && command.turn === this.unasked) return
    this.requests += 1
    const bare = (command.turn ?? 'server') === this.toolless
    this.way.send((bare ? responseWithoutTools : responseCreate)(this.requestId()))
  }
}
