import type { DemoOptions } from '../command-line'
import { type Echo, echoOf, NO_ECHO } from '../scenes/echo'
import { type Figures, figuresOf } from './figures'
import { firstMark } from './moments'
import type { Performance } from './performance'
import { type DemoReport, endpointText } from '../report'
import { sourceFaults, sourceOf, type SourceUse } from './source-use'
import { survivalFaults, survivalOf, type Survival } from './survival'
import { toolFaults, toolUseOf, type ToolUse } from './tool-use'
import { transcriptOf } from '../transcript'
import { faultsOf, serverErrors } from './verdict'
import type { Voice } from '../scenes/voice'
import { readPcm, readWav } from '../wav'

export interface Assessment {
  readonly report: DemoReport
  readonly echo: Echo
}

/** Everything a run left behind, turned into figures and a verdict. */
export function assess(options: DemoOptions, voice: Voice, run: Performance): Assessment {
  const { trace } = run
  const figures = figuresOf(options.mode, trace)
  const survival = survivalOf(trace, run.ledgerBytes)
  const isEcho = options.endpoint.kind === 'practice' && !options.tool && !options.askKnowledge
  const echo = isEcho ? compare(options, voice, run, figures) : NO_ECHO
  const unproven = isEcho && echo.sent === null ? ['There is no record of what was sent or played to compare.'] : []
  // Of a run that broke off only the first reason is of interest, not everything that is missing in consequence.
  const faults = run.errors.length > 0 ? [] : [...faultsOf(trace, figures, echo, options.interruptAfterMs !== null), ...unproven, ...survivalFaults(survival, options.dropAtMs !== null), ...(options.tool ? toolFaults(trace) : []), ...(options.askKnowledge ? sourceFaults(trace) : [])]
  const errors = [...new Set([...run.errors, ...serverErrors(trace), ...faults])]
  return { report: reportOf(options, trace, { ...figures, ...survival, ...toolUseOf(trace), ...sourceOf(trace) }, errors), echo }
}

function compare({ mode, interruptAfterMs }: DemoOptions, voice: Voice, run: Performance, figures: Figures): Echo {
  const isInterrupted = interruptAfterMs !== null
  return echoOf({
    trace: run.trace,
    sent: readPcm(run.sent),
    reply: readWav(run.reply)?.samples ?? new Float32Array(),
    spoken: voice.samples,
    isInterrupted,
    // The interruption of a hands-free answer is a question itself, and its answer is heard to the end.
    cutAfter: isInterrupted && mode === 'hold' ? (figures.heardSamples ?? 0) : null,
  })
}

function reportOf({ endpoint, mode }: DemoOptions, trace: Performance['trace'], figures: Figures & Survival & ToolUse & SourceUse, errors: readonly string[]): DemoReport {
  const electron = firstMark(trace, 'started', 0)?.['electron']
  return {
    ok: errors.length === 0,
    electron: typeof electron === 'string' ? electron : null,
    endpoint: endpointText(endpoint),
    mode,
    ...figures,
    transcript: transcriptOf(trace.wire),
    errors,
  }
}
