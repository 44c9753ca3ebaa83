import { assertNever } from '../../../shared/assert'
import { askApproval, callFunction, callMcp } from '../output/call-events'
import { hum } from '../output/melody'
import { speak, write } from '../output/message-events'
import type { ResponseRun, Steps } from '../output/response-run'
import type { Phase, WireResponse } from '../session/wire'
import type { Output, ScriptedResponse, Speech } from './script'

const LATE_MS = 20

const sayIt = (run: ResponseRun, speech: Speech, outputIndex: number, phase?: Phase): Steps =>
  run.request.modality === 'audio' ? speak(run, speech, outputIndex, phase) : write(run, speech.transcript, outputIndex, phase)

const stepsOf = (run: ResponseRun, output: Output, echo: () => Speech, outputIndex: number): Steps => {
  switch (output.kind) {
    case 'say':
      return sayIt(run, { transcript: output.text, audio: output.audio ?? hum(output.text) }, outputIndex, output.phase)
    case 'echo':
      return sayIt(run, echo(), outputIndex, output.phase)
    case 'function-call':
      return callFunction(run, output, outputIndex)
    case 'mcp-call':
      return callMcp(run, output, outputIndex)
    case 'mcp-approval-request':
      return askApproval(run, output, outputIndex)
    default:
      return assertNever(output)
  }
}

/** A whole answer. A failed response says nothing: only `response.created` and `response.done` (docs/wire-facts.md, Events and objects). */
export function* answerSteps(run: ResponseRun, script: ScriptedResponse, echo: () => Speech): Steps {
  run.ending = script.ending ?? { status: 'completed' }
  yield run.context.pacing.thinkMs + (script.thinkMs ?? 0)
  const failed = run.ending.status === 'failed'
  const outputs: readonly Output[] = script.outputs ?? (failed ? [] : [{ kind: 'echo' }])
  for (const [index, output] of outputs.entries()) {
    if (run.stopped !== null) return
    yield* stepsOf(run, output, echo, index)
  }
}

/** Sends what was already on its way when the cancel arrived; a client has to drop it by id. */
export const sendLateDeltas = (run: ResponseRun): void => {
  const count = run.stopped === null ? null : run.context.faults.valueOf('late-deltas', 2)
  for (const delta of run.leftover.slice(0, count ?? 0)) run.context.timeline.after(LATE_MS, () => run.emit(delta))
}

/** Says once more, after the end, that its calls are whole: whoever acts on that acts twice. */
export const repeatCalls = (run: ResponseRun, { output }: WireResponse): void => {
  if (!run.context.faults.has('late-item-done')) return
  for (const [index, item] of output.entries()) {
    if (item.type !== 'function_call') continue
    run.context.timeline.after(LATE_MS, () => run.emit({ type: 'response.output_item.done', response_id: run.id, output_index: index, item }))
  }
}
