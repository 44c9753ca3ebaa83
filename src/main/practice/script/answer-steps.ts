import { assertNever } from '../../../shared/assert'
import { askApproval, callFunction, callMcp } from '../output/call-ladder'
import { hum } from '../output/melody'
import { speak, write } from '../output/message-ladder'
import type { ResponseRun, Steps } from '../output/response-run'
import type { Output, ScriptedResponse, Speech } from './script'

const LATE_DELTA_MS = 20

const sayIt = (run: ResponseRun, speech: Speech, outputIndex: number): Steps =>
  run.request.modality === 'audio' ? speak(run, speech, outputIndex) : write(run, speech.transcript, outputIndex)

const stepsOf = (run: ResponseRun, output: Output, echo: () => Speech, outputIndex: number): Steps => {
  switch (output.kind) {
    case 'say':
      return sayIt(run, { transcript: output.text, audio: output.audio ?? hum(output.text) }, outputIndex)
    case 'echo':
      return sayIt(run, echo(), outputIndex)
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
  const count = run.stopped === null ? null : run.context.faults.look('late-deltas', 2)
  for (const delta of run.leftover.slice(0, count ?? 0)) run.context.timeline.after(LATE_DELTA_MS, () => run.emit(delta))
}
