import { Deadline } from '../platform/deadline'
import type { Timers, TraceSink } from '../platform/ports'
import type { ConnectionState } from './core/connection/machine'
import { turnPhase } from './core/turn/projection'
import type { MicrophoneReadiness } from './input/microphone-readiness'
import type { FunctionCalls } from './session/calls/function-calls'
import type { QuietMoments } from './session/quiet-moments'
import type { TurnController } from './turn-controller'

export interface StateChangeParts {
  readonly timers: Timers
  readonly trace: TraceSink
  readonly turns: TurnController
  readonly readiness: MicrophoneReadiness
  readonly calls: FunctionCalls
  readonly quiet: QuietMoments
  readonly viewChanged: () => void
}

/** Whatever looks at the state of the talk looks again when it is another. */
export class StateChanges {
  private traced: ConnectionState['name']
  /** Behind everything that belongs to this change. */
  private readonly behind: Deadline

  constructor(
    private readonly parts: StateChangeParts,
    connection: ConnectionState['name'],
  ) {
    this.traced = connection
    this.behind = new Deadline(parts.timers, () => parts.quiet.evaluate())
  }

  connection(state: ConnectionState['name']): void {
    if (state !== this.traced) this.parts.trace.mark('connection', { state })
    this.traced = state
    this.any()
  }

  any(): void {
    const { readiness, turns, calls, viewChanged } = this.parts
    readiness.follow(turnPhase(turns.state))
    calls.evaluate()
    viewChanged()
    this.behind.start(0)
  }
}
