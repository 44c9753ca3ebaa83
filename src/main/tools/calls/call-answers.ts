import type { CallAnswer, FunctionCall } from '../../talk/extension'
import { outputOf } from '../core/outputs'
import type { ToolOutcome } from '../core/tool'

type CallId = FunctionCall['call']

interface Held {
  readonly call: FunctionCall
  readonly answer: CallAnswer | null
}

/** To the talk, once for each call: the first answer counts. */
export class CallAnswers {
  private readonly given = new WeakSet<FunctionCall>()
  /** Begun while their response goes on: no output goes out before its end, and perhaps none at all. */
  private readonly held = new Map<CallId, Held>()

  constructor(private readonly answerCall: (call: CallId, answer: CallAnswer) => void) {}

  give(call: FunctionCall, answer: CallAnswer): void {
    if (this.given.has(call)) return
    this.given.add(call)
    if (this.held.has(call.call)) this.held.set(call.call, { call, answer })
    else this.answerCall(call.call, answer)
  }

  hold(call: FunctionCall): void {
    this.held.set(call.call, { call, answer: null })
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
    if (held !== undefined) this.given.add(held.call)
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
