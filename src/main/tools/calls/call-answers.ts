import type { CallAnswer, FunctionCall } from '../../talk/extension'
import type { LoggedAction } from '../actions/action-log'
import { untoldAction } from '../core/action'
import { outputOf } from '../core/outputs'
import type { ToolOutcome } from '../core/tool'

type CallId = FunctionCall['call']

interface Held {
  readonly call: FunctionCall
  readonly answer: CallAnswer | null
  /** As it was written down when it had ended. */
  readonly logged: LoggedAction | null
}

const untold = (logged: LoggedAction): LoggedAction => ({ ...logged, action: untoldAction(logged.action) })

/** To the talk, once for each call: the first answer counts. */
export class CallAnswers {
  private readonly given = new WeakSet<FunctionCall>()
  /** Begun while their response goes on: no output goes out before its end, and perhaps none at all. */
  private readonly held = new Map<CallId, Held>()
  private readonly dropped = new WeakSet<FunctionCall>()

  /** `writeAnew`: it was written down as if the model had been told. */
  constructor(
    private readonly answerCall: (call: CallId, answer: CallAnswer) => void,
    private readonly writeAnew: (logged: LoggedAction) => void,
  ) {}

  give(call: FunctionCall, answer: CallAnswer): void {
    if (this.given.has(call)) return
    this.given.add(call)
    const held = this.held.get(call.call)
    if (held === undefined) this.answerCall(call.call, answer)
    else this.held.set(call.call, { ...held, answer })
  }

  hold(call: FunctionCall): void {
    this.held.set(call.call, { call, answer: null, logged: null })
  }

  /** It has ended: how it is written down. */
  closed(call: FunctionCall, logged: LoggedAction): LoggedAction {
    const held = this.held.get(call.call)
    if (held !== undefined) this.held.set(call.call, { ...held, logged })
    return this.isDropped(call) ? untold(logged) : logged
  }

  /** Nothing of it was told, and nothing will be. */
  isDropped(call: FunctionCall): boolean {
    return this.dropped.has(call)
  }

  /** Its response is whole: what has come of it goes out. False: it was not begun. */
  release(call: CallId): boolean {
    const held = this.held.get(call)
    this.held.delete(call)
    if (held !== undefined && held.answer !== null) this.answerCall(call, held.answer)
    return held !== undefined
  }

  /** Nobody waits for it. */
  drop(call: CallId): void {
    const held = this.held.get(call)
    this.held.delete(call)
    if (held === undefined) return
    this.given.add(held.call)
    this.dropped.add(held.call)
    if (held.logged !== null) this.writeAnew(untold(held.logged))
  }

  dropAll(): void {
    for (const call of [...this.held.keys()]) this.drop(call)
  }

  get heldCount(): number {
    return this.held.size
  }
}

export function answerOf(outcome: ToolOutcome, source: string | null): CallAnswer {
  const images = outcome.kind === 'done' ? (outcome.images ?? []) : []
  return { output: outputOf(outcome, source), ...(images.length === 0 ? {} : { images }) }
}
