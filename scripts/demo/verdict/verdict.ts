import { answersIn } from './answers'
import { LIKENESS } from './limits'
import type { Echo } from '../scenes/echo'
import type { Figures } from './figures'
import { isFields, textIn, type Trace } from '../trace'

const alike = ({ sent, envelope, missingMs }: Echo): string[] => [
  ...(sent === null || sent >= LIKENESS.sent ? [] : [`The answer is not what was sent: they correlate by ${sent.toFixed(2)}, and ${String(LIKENESS.sent)} is the least.`]),
  ...(envelope === null || envelope >= LIKENESS.envelope
    ? []
    : [`The answer is not what was spoken: its loudness correlates by ${envelope.toFixed(2)}, and ${String(LIKENESS.envelope)} is the least.`]),
  ...(missingMs === null || missingMs <= LIKENESS.missingMs ? [] : [`The loudspeaker left out ${String(missingMs)} ms of the answer, or played them in the wrong place.`]),
]

/** What the figures and the trace say against the run, one sentence each. */
export const faultsOf = (trace: Trace, figures: Figures, echo: Echo, interrupted: boolean): string[] => [
  ...lost(figures),
  ...played(trace, figures, interrupted),
  ...alike(echo),
]

/** A cancel that comes too late is no error: the answer was done. */
const HARMLESS = new Set(['response_cancel_not_active'])

/** What the server complained about. */
export const serverErrors = ({ wire }: Trace): string[] =>
  wire
    .filter(({ from, event }) => from === 'server' && event.type === 'error')
    .map(({ event }) => event['error'])
    .filter(isFields)
    .filter((error) => !HARMLESS.has(textIn(error, 'code')))
    .map((error) => `The server reported an error: ${textIn(error, 'message') || textIn(error, 'code')}`)

function lost({ lostSamples }: Figures): string[] {
  if (lostSamples === null) return ['The microphone or the wire kept no count.']
  return lostSamples === 0 ? [] : [`Between microphone and wire ${String(lostSamples)} samples got lost.`]
}

function played(trace: Trace, { heardSamples, bargeInToSilenceMs }: Figures, interrupted: boolean): string[] {
  if (heardSamples === null) return ['No answer was played.']
  if (interrupted) return bargeInToSilenceMs === null ? ['The interruption did not cut the answer.'] : []
  const [answer] = answersIn(trace.wire)
  const missing = (answer?.samples ?? 0) - heardSamples
  return missing === 0 ? [] : [`Of the answer ${String(missing)} samples were not played.`]
}
