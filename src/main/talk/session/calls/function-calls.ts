import type { CallId, ItemId, ResponseId, TurnId } from '../../../../shared/ids'
import { Deadline } from '../../../platform/deadline'
import type { Logger, Timers } from '../../../platform/ports'
import type { CallAnswer, FunctionCall } from '../../calls'
import { APPROVAL, isWhole } from '../../core/calls/call-fate'
import type { AnswerOwner } from '../../core/realtime/answer-owner'
import type { ClientEvent } from '../../core/realtime/client-event'
import type { ServerEvent, ServerResponse } from '../../core/realtime/server-event'
import { remember } from '../../core/remember'
import { askingTurn } from '../../core/turn/projection'
import { TUNING } from '../../core/turn/tuning'
import type { PostTalkFact } from '../../facts'
import type { MachineStates } from '../../machine-states'
import type { ResponseRequests } from '../response-requests'
import { CallOutputs, type CallOutputParts } from './call-outputs'
import { CallRounds, type OpenCall } from './call-rounds'
import { type CallsOfResponse, type EndedCallParts, EndedCalls } from './ended-calls'
import { FollowUp } from './follow-up'

export interface FunctionCallParts extends CallOutputParts, Omit<EndedCallParts, 'outputs' | 'conversation' | 'requests'> {
  readonly requests: ResponseRequests
  readonly states: Pick<MachineStates, 'turn' | 'handsFree' | 'facts'>
  readonly timers: Timers
  readonly post: PostTalkFact
  readonly logger: Pick<Logger, 'warn'>
}

type IsTakenBack = (item: ItemId) => boolean

const turnOf = (owner: AnswerOwner): TurnId | null => (owner.kind === 'turn' ? owner.turn : null)

const askedCall = ({ call, item, name, arguments: args, hosted }: OpenCall): FunctionCall => ({ call, item, name, arguments: args, ...(hosted === undefined ? {} : { hosted }) })

/**
 * The functions that a model calls, from their announcement to the answer that follows. A call that stays in the conversation is
 * answered exactly once, whatever becomes of its session; one that nobody does is refused, since a call that stays open holds up
 * the talk.
 */
export class FunctionCalls {
  private readonly ends: EndedCalls
  private readonly rounds = new CallRounds()
  private readonly outputs: CallOutputs
  private readonly followUp: FollowUp
  private session = 0
  /** Responses behind which something is asked: some servers say the end twice. Bounded. */
  private readonly behind = new Map<ResponseId, true>()
  private readonly announced = new Map<ItemId, true>()
  /** Of what the server called by itself; a turn of ours has its own bound. */
  private readonly bound: Deadline

  constructor(private readonly parts: FunctionCallParts) {
    const { requests, states } = parts
    this.bound = new Deadline(parts.timers, () => this.interrupt())
    this.outputs = new CallOutputs(parts)
    this.ends = new EndedCalls({ ...parts, outputs: this.outputs })
    const isOpen = () => states.handsFree.name === 'open' && !states.facts.hearing && states.turn.name === 'idle'
    this.followUp = new FollowUp({ requests, isWanted: (turn) => (turn === null ? isOpen() : askingTurn(states.turn) === turn) })
  }

  /** Behind each event, when the conversation has it. */
  note(event: ServerEvent, isTakenBack: IsTakenBack): void {
    this.renew()
    switch (event.type) {
      case 'input_audio_buffer.committed':
        this.ends.heard()
        return this.followUp.heard()
      case 'response.output_item.added':
        return isTakenBack(event.item.id) ? undefined : this.announce(event)
      case 'response.output_item.done':
        this.ends.came(event.item, event.response, isTakenBack(event.item.id))
        return this.whole(event, isTakenBack)
      case 'conversation.item.done': // a call there may be one we told the session of
        return event.item.type === APPROVAL ? this.ends.approvalCame(event.item) : undefined
      default:
        return
    }
  }

  /** A response is over: what of its calls nobody does is answered here, before anything else is asked for. */
  ended(response: ServerResponse, owner: AnswerOwner, isTakenBack: IsTakenBack): CallsOfResponse {
    this.renew()
    const calls = this.ends.over({ response, owner, isBare: this.followUp.isBare(turnOf(owner)), isTakenBack })
    this.drop(calls.dropped)
    return calls
  }

  /** They may be run. */
  ask(turn: TurnId | null, response: ResponseId | null, calls: readonly OpenCall[]): void {
    this.goesOn(response)
    this.rounds.ask(turn, calls)
    this.wait()
    this.parts.post({ type: 'callsAsked', turn, response, calls: calls.map(askedCall) })
  }

  /** There was nothing but calls in it that nobody does. True: more is asked for. */
  askForMore(response: ServerResponse, owner: AnswerOwner): boolean {
    if (owner.kind === 'nobody' || !isWhole(response) || this.parts.requests.busy) return false
    if (!this.followUp.refused(turnOf(owner))) return false
    this.goesOn(response.id)
    return true
  }

  /** A server of the voice server's was called in it, and nothing was said of that. True: more is asked for. */
  askBehindHosted(response: ServerResponse, owner: AnswerOwner): boolean {
    const turn = turnOf(owner)
    if (owner.kind === 'nobody' || !isWhole(response) || this.parts.requests.busy || this.followUp.isBare(turn)) return false
    this.followUp.settled(turn, [])
    this.goesOn(response.id)
    return true
  }

  /** It is over already, and more is asked for. */
  isBehindUs(response: ResponseId | null): boolean {
    this.renew()
    return response !== null && this.behind.has(response)
  }

  answer(id: CallId, answer: CallAnswer): void {
    const call = this.rounds.find(id)
    const round = this.rounds.answer(id, answer.images ?? [])
    if (call === null || round === null) return this.parts.logger.warn('a call was answered that waits for nothing')
    this.renew()
    this.outputs.answer(call, answer)
    this.wait()
    if (round.open.size === 0 && !round.silent) this.followUp.settled(round.turn, round.images)
    if (round.turn !== null && !round.silent) this.parts.post({ type: 'turn', input: { type: 'callAnswered', turn: round.turn, left: round.open.size } })
    this.parts.post({ type: 'stateChanged' })
  }

  /** Something comes of it: whoever waits goes on waiting. */
  progress(id: CallId): void {
    const turn = this.rounds.turnOf(id)
    if (turn !== null) this.parts.post({ type: 'turn', input: { type: 'answerGrows', turn } })
    else this.wait()
  }

  /** The person talks, types or wants silence. */
  interrupt(): void {
    this.followUp.cancel()
    const calls = this.rounds.silence()
    this.wait()
    if (calls.length > 0) this.parts.post({ type: 'callsInterrupted', calls })
  }

  /** What only looks, for an answer that will not end, is not needed from now on. */
  sessionGone(): void {
    this.renew()
  }

  /** A session has been told what was said: it is asked for what is still due. */
  resume(): void {
    this.renew()
    const due = this.followUp.resume()
    this.outputs.show([...this.rounds.awaited.flatMap(({ images }) => images), ...due])
    this.followUp.evaluate()
  }

  /** Something changed: what could not be asked for may be now. */
  evaluate(): void {
    this.followUp.evaluate()
  }

  /** The answer to it has begun, or will not come. `turn` null: what the server says by itself. */
  answered(turn: TurnId | null): void {
    this.followUp.answered(turn)
  }

  /** Some run, and somebody waits for what comes of them. */
  get run(): boolean {
    return this.rounds.awaited.length > 0
  }

  /** And the answer behind them counts, too. */
  get waits(): boolean {
    return this.run || this.followUp.isDue
  }

  /** The person takes a call out of the talk: what answered it means nothing without it. */
  removed(call: ItemId): readonly ClientEvent[] {
    this.renew()
    this.drop(this.ends.remove(call))
    this.rounds.remove(call)
    return this.outputs.removed(call)
  }

  private announce({ response, item: { id, type, name } }: Extract<ServerEvent, { type: 'response.output_item.added' }>): void {
    if (type !== 'function_call' || name === null || name === '' || this.announced.has(id)) return
    remember(this.announced, id, true)
    const { requests, post } = this.parts
    post({ type: 'callAnnounced', turn: response === null ? requests.answeredTurn : requests.turnOf(response), item: id, name })
  }

  private whole({ item, response }: Extract<ServerEvent, { type: 'response.output_item.done' }>, isTakenBack: IsTakenBack): void {
    if (item.type !== 'function_call') return
    const owner = this.parts.requests.ownerAtEnd(response)
    const turn = turnOf(owner)
    const call = this.ends.whole({ item, response, owner, isBare: this.followUp.isBare(turn), isTakenBack })
    if (call !== null) this.parts.post({ type: 'callWhole', turn, call: askedCall(call) })
  }

  private drop(calls: readonly CallId[]): void {
    if (calls.length > 0) this.parts.post({ type: 'callsDropped', calls })
  }

  private wait(): void {
    if (this.rounds.awaited.some(({ turn }) => turn === null)) this.bound.renew(TUNING.actingBoundMs)
    else this.bound.stop()
  }

  private goesOn(response: ResponseId | null): void {
    if (response !== null) remember(this.behind, response, true)
  }

  /** What an old session said means nothing in the next one; what it called is answered all the same. */
  private renew(): void {
    const { session } = this.parts.requests
    if (session === this.session) return
    this.session = session
    const gone = this.rounds.hostedBefore(session)
    if (gone.length > 0) this.parts.post({ type: 'hostedGone', calls: gone })
    this.drop(this.ends.clear())
    this.outputs.clear()
    this.behind.clear()
  }
}
