import type { ResponseId, TurnId } from '../../shared/ids'
import { type ClientEvent, responseCancel, responseCreate } from '../core/realtime/client-event'
import {
  emptySequencer,
  isDropped,
  sequencerBoundMs,
  type SequencerCommand,
  type SequencerInput,
  type SequencerState,
  sequencerStep,
  turnOfResponse,
} from '../core/realtime/response-sequencer'
import type { Timers } from '../core/ports'

/** One `response.create` or `cancel` in flight: runs the pure sequencer over the socket. */
export class ResponseRequests {
  private state: SequencerState = emptySequencer
  private requests = 0
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly send: (event: ClientEvent) => void,
    private readonly timers: Timers,
    private readonly changed: () => void,
  ) {}

  post(input: SequencerInput): void {
    const before = this.state
    const { state, commands } = sequencerStep(before, input)
    this.state = state
    if (state.name !== before.name) this.enter(state)
    for (const command of commands) this.run(command)
  }

  /** The event that an `error` names is our latest `response.create`. */
  isOurs(eventId: string | null): boolean {
    return eventId !== null && eventId === this.requestId()
  }

  isDropped(response: ResponseId): boolean {
    return isDropped(this.state, response)
  }

  turnOf(response: ResponseId): TurnId | null {
    return turnOfResponse(this.state, response)
  }

  /** Whose request is on its way. */
  get wantedTurn(): TurnId | null {
    return this.state.name === 'creating' ? this.state.turn : null
  }

  /** A response is wanted, running or being cancelled. */
  get busy(): boolean {
    return this.state.name !== 'idle'
  }

  /** The server is saying something, which only this session can finish. */
  get answering(): boolean {
    return this.state.name === 'active'
  }

  private requestId(): string {
    return `create_${String(this.requests)}`
  }

  private enter(state: SequencerState): void {
    this.stopTimer?.()
    const bound = sequencerBoundMs(state)
    this.stopTimer = bound === null ? null : this.timers.after(bound, () => this.post({ type: 'expired' }))
    this.changed()
  }

  private run(command: SequencerCommand): void {
    if (command.type === 'sendCancel') return this.send(responseCancel(command.response))
    this.requests += 1
    this.send(responseCreate(this.requestId()))
  }
}
