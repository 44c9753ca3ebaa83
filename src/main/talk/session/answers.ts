import type { ApiError } from '../../../shared/errors/classify-error'
import type { AppError } from '../../../shared/errors/errors'
import type { ItemId, ResponseId, TurnId } from '../../../shared/ids'
import { HOSTED_CALL } from '../core/calls/call-fate'
import type { AnswerOwner } from '../core/realtime/answer-owner'
import { answerError, saysSomething, troubleOf } from '../core/realtime/answer-end'
import type { ServerEvent, ServerResponse } from '../core/realtime/server-event'
import type { AnswerRetries } from './answer-retries'
import type { AudioOutput } from '../output/audio-output'
import type { AudioInput } from '../input/audio-input'
import type { CallsOfResponse } from './calls/ended-calls'
import type { FunctionCalls } from './calls/function-calls'
import type { ResponseRequests } from './response-requests'
import type { PendingText } from '../input/pending-text'
import type { UnspokenItems } from '../conversation/unspoken-items'

/** Facts of answers that go up, each keyed by the turn it belongs to. */
interface AnswerListener {
  /** Something of the answer came. */
  readonly answerGrows: (turn: TurnId) => void
  /** Its first sound is on the way to the player. */
  readonly answerStarted: (turn: TurnId, item: ItemId) => void
  /** It called so much, which runs now. */
  readonly callsAsked: (turn: TurnId, calls: number) => void
  /** `more`: another one of it follows. */
  readonly answerDone: (turn: TurnId, more: boolean) => void
  readonly answerFailed: (turn: TurnId, error: AppError) => void
  /** The server could not answer now; it will be asked again by itself. */
  readonly answerPostponed: (turn: TurnId, error: AppError, delayMs: number) => void
  /** The server has begun to answer this turn, or is done with it: nothing of it need be kept. */
  readonly answered: (turn: TurnId) => void
  /** Nobody's answer and nobody's request: only words for the person. */
  readonly trouble: (error: AppError) => void
}

export interface AnswerParts {
  readonly audioInput: AudioInput
  readonly pendingText: PendingText
  readonly audioOutput: AudioOutput
  readonly requests: ResponseRequests
  readonly retries: AnswerRetries
  readonly unspoken: UnspokenItems
  readonly calls: FunctionCalls
  readonly listener: AnswerListener
  /** The person reads and does not listen; not every server can write instead of speaking. */
  readonly captionsOnly: () => boolean
}

type InResponse = Extract<ServerEvent, { readonly response: ResponseId | null; readonly item: ItemId }>

/** What comes of answers, and what it means to whom it belongs. Who that is, `talk/core/realtime/answer-owner` decides. */
export class Answers {
  /** Of which something was heard or read. */
  private begun: TurnId | 'server' | null = null

  constructor(private readonly parts: AnswerParts) {}

  created(response: ResponseId | null): void {
    this.parts.requests.created(response)
    this.grows(response)
  }

  /** One `response.output_audio.delta`. */
  audio({ response, item, delta }: InResponse & { readonly delta: string }): void {
    const owner = this.ownerOf(response, item)
    if (owner === 'nobody') return this.unwanted(item)
    if (this.parts.captionsOnly() && !this.parts.audioOutput.knows(item)) return this.grew(response, item, false)
    const turn = owner === 'server' ? null : owner
    const first = this.parts.audioOutput.delta(turn, item, delta)
    if (first && turn === null) {
      this.begun = 'server'
      this.streamAnswered()
    }
    if (turn === null) return
    this.parts.listener.answerGrows(turn)
    if (first) this.started(turn, item)
  }

  /** Words, or an item or a part of one that begins. `words`: there is something to read. */
  grew(response: ResponseId | null, item: ItemId, words: boolean): void {
    const owner = this.ownerOf(response, item)
    if (owner === 'nobody') return this.unwanted(item)
    if (words) this.begun = owner
    if (owner !== 'server') this.parts.listener.answerGrows(owner)
  }

  /** Words that come whole, perhaps without a piece of them before. Of what nobody asked for nothing need be stopped any more. */
  transcribed(item: ItemId, words: string): void {
    const { answeredTurn: turn } = this.parts.requests
    if (turn !== null && words.trim() !== '' && !this.parts.unspoken.has(item)) this.begun = turn
  }

  /** The conversation has the event: what nobody asked for is shown as what it is. */
  shown(event: ServerEvent): void {
    const { unspoken, calls, requests } = this.parts
    unspoken.mark()
    calls.note(event, (item) => unspoken.has(item))
    if (event.type === 'response.output_item.done') unspoken.ended(event.item.id)
    if (event.type === 'response.done' && requests.isDropped(event.response.id)) unspoken.endAll()
  }

  done(response: ServerResponse): void {
    const { requests, calls, unspoken } = this.parts
    if (calls.isBehindUs(response.id)) return
    const owner = requests.ownerAtEnd(response.id)
    const called = calls.ended(response, owner, (item) => unspoken.has(item)) // what is answered at once goes out before anything else is asked for
    requests.done(response.id)
    if (called.run.length > 0) return this.called(owner, response, called)
    if (!this.said(owner) && !response.output.some(saysSomething)) {
      const isHosted = response.output.some(({ type }) => type === HOSTED_CALL)
      if ((called.any && calls.askForMore(response, owner)) || (isHosted && calls.askBehindHosted(response, owner))) return this.goesOn(owner)
    }
    this.over(owner, response)
    if (this.begun === 'server') this.begun = null
  }

  /** What was said is whole; what was asked has not been answered. */
  private called(owner: AnswerOwner, response: ServerResponse, { run }: CallsOfResponse): void {
    const turn = owner.kind === 'turn' ? owner.turn : null
    for (const { id } of response.output) this.parts.audioOutput.endItem(id)
    this.parts.audioOutput.endTurn(turn)
    this.begun = null // of what follows nothing was heard
    this.delivered(turn)
    if (turn !== null) this.parts.listener.callsAsked(turn, run.length)
    this.parts.calls.ask(turn, response.id, run)
  }

  /** What was asked has not been answered yet. */
  private goesOn(owner: AnswerOwner): void {
    this.delivered(owner.kind === 'turn' ? owner.turn : null)
    if (owner.kind !== 'turn') return
    this.parts.listener.answerDone(owner.turn, true)
    this.parts.listener.answerGrows(owner.turn)
  }

  /** The question was acted on: a session that takes over is told of it with what was done, and not asked it once more. */
  private delivered(turn: TurnId | null): void {
    if (turn === null) return this.parts.audioInput.streamAnswered()
    this.parts.retries.answered(turn)
    this.parts.audioInput.answered(turn)
    this.parts.pendingText.answered(turn)
    this.parts.listener.answered(turn)
  }

  private streamAnswered(): void {
    this.parts.audioInput.streamAnswered()
    this.parts.calls.answered(null)
  }

  private said(owner: AnswerOwner): boolean {
    return this.begun !== null && this.begun === (owner.kind === 'turn' ? owner.turn : owner.kind)
  }

  private over(owner: AnswerOwner, response: ServerResponse): void {
    const { requests, audioOutput } = this.parts
    for (const { id } of response.output) audioOutput.endItem(id)
    if (owner.kind === 'turn') {
      audioOutput.endTurn(owner.turn)
      return this.turnDone(owner.turn, response)
    }
    if (requests.turnOf(response.id) === null) this.streamAnswered()
    if (owner.kind === 'nobody') return
    audioOutput.endTurn(null)
    this.ownAnswerDone(response)
  }

  /** There will be no answer to the request that is on its way. */
  refused(cause: ApiError): void {
    const { requests } = this.parts
    if (cause.code === 'conversation_already_has_active_response') return this.waitForOurs()
    const { wantedTurn: turn, isWanted } = requests
    requests.failed()
    if (turn !== null) this.failedOrPostponed(turn, cause, answerError(cause))
    else if (isWanted) this.parts.listener.trouble(answerError(cause))
  }

  /** It was announced, and no word of it will come. */
  brokeOff(turn: TurnId, cause: ApiError): void {
    this.parts.requests.failed()
    this.failedOrPostponed(turn, cause, answerError(cause))
  }

  hasBegun(turn: TurnId): boolean {
    return this.begun === turn
  }

  private waitForOurs(): void {
    if (!this.parts.requests.refused()) return
    this.begun = null
    this.parts.audioOutput.stop()
  }

  private grows(response: ResponseId | null): void {
    const owner = this.parts.requests.ownerOf(response)
    if (owner.kind === 'turn') this.parts.listener.answerGrows(owner.turn)
  }

  /** What was cut stays cut, whatever comes of it and under whichever name. */
  private ownerOf(response: ResponseId | null, item: ItemId): TurnId | 'server' | 'nobody' {
    const { unspoken, requests } = this.parts
    if (unspoken.has(item)) return 'nobody'
    const owner = requests.ownerOf(response)
    return owner.kind === 'turn' ? owner.turn : owner.kind
  }

  /** What was played, and then cut, has been measured. */
  private unwanted(item: ItemId): void {
    if (!this.parts.audioOutput.knows(item)) this.parts.unspoken.note(item)
  }

  private started(turn: TurnId, item: ItemId): void {
    this.begun = turn
    this.answered(turn)
    this.parts.listener.answerStarted(turn, item)
  }

  private turnDone(turn: TurnId, response: ServerResponse): void {
    const error = troubleOf(response, this.begun === turn)
    if (error !== null && response.status === 'failed') return this.failedOrPostponed(turn, response.error, error)
    if (error === null) this.parts.listener.answerDone(turn, false)
    else this.parts.listener.answerFailed(turn, error)
    this.answered(turn)
  }

  /** Hands-free, the server may decide that there is nothing to say. */
  private ownAnswerDone(response: ServerResponse): void {
    const error = troubleOf(response, true)
    if (error !== null) this.parts.listener.trouble(error)
  }

  private answered(turn: TurnId): void {
    this.delivered(turn)
    this.parts.calls.answered(turn)
  }

  private failedOrPostponed(turn: TurnId, cause: ApiError | null, error: AppError): void {
    const { retries, listener } = this.parts
    const delayMs = retries.failed(turn, cause, this.begun === turn)
    if (delayMs !== null) return listener.answerPostponed(turn, error, delayMs)
    listener.answerFailed(turn, error)
    this.answered(turn)
  }
}
