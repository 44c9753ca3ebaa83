import type { CallAnswer, FunctionCall } from '../talk/extension'
import { outputOf } from './core/outputs'
import type { ToolOutcome } from './core/tool'

/** To the talk, once for each call: the first answer counts. */
export class CallAnswers {
  private readonly given = new WeakSet<FunctionCall>()

  constructor(private readonly answerCall: (call: FunctionCall['call'], answer: CallAnswer) => void) {}

  give(call: FunctionCall, answer: CallAnswer): void {
    if (this.given.has(call)) return
    this.given.add(call)
    this.answerCall(call.call, answer)
  }
}

export function answerOf(outcome: ToolOutcome, source: string | null): CallAnswer {
  const images = outcome.kind === 'done' ? (outcome.images ?? []) : []
  return { output: outputOf(outcome, source), ...(images.length === 0 ? {} : { images }) }
}
