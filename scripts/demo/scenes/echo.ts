import { FRAME_SAMPLES, SAMPLE_RATE_HZ, samplesToMs } from '../../../src/shared/audio/audio-format'
import { envelopeOf, type Looseness, looseMatch } from '../verdict/likeness'
import { sentTurns } from '../verdict/sent-speech'
import type { Trace } from '../trace'

/** How alike the loudspeaker's sound is to what was sent, and its loudness to that of the recording. Null: nothing to compare with. */
export interface Echo {
  readonly sent: number | null
  readonly envelope: number | null
  /** How much later the end of the answer came than its beginning promised. */
  readonly slipMs: number | null
  /** How much of the answer is missing in one place, or in the wrong one. */
  readonly missingMs: number | null
}

/** For endpoints that say something of their own. */
export const NO_ECHO: Echo = { sent: null, envelope: null, slipMs: null, missingMs: null }

const WANDER_S = 0.5
const looseness = (perSecond: number, pieceSeconds: number): Looseness => ({ piece: Math.round(perSecond * pieceSeconds), wander: Math.round(perSecond * WANDER_S) })
/** Half a syllable is recognised; loudness changes so slowly that it takes more of it to be recognised. */
const VOICE = looseness(SAMPLE_RATE_HZ, 0.1)
const LOUDNESS = looseness(SAMPLE_RATE_HZ / FRAME_SAMPLES, 0.6)

export interface EchoParts {
  readonly trace: Trace
  /** Everything that went on the wire, in order. */
  readonly sent: Float32Array
  /** What the loudspeaker played. */
  readonly reply: Float32Array
  /** What was spoken into the microphone. */
  readonly spoken: Float32Array
  readonly isInterrupted: boolean
  /** How much of the answer was heard before it was cut; null: all of it. */
  readonly cutAfter: number | null
}

/**
 * The practice endpoint answers with the speech it received, so the last answer can be compared with the last speech. Not so its loudness
 * with the recording's, where somebody spoke over an answer (the echo canceller dampens both) or where a recording with long pauses
 * became several hands-free turns.
 */
export function echoOf({ trace, sent, reply, spoken, isInterrupted, cutAfter }: EchoParts): Echo {
  const turns = sentTurns(trace.wire)
  const last = turns.at(-1)
  if (last === undefined || reply.length === 0) return NO_ECHO
  const speech = sent.subarray(last.from, Math.min(last.to, last.from + (cutAfter ?? Infinity)))
  const voice = speech.length === 0 ? null : looseMatch(speech, reply, VOICE)
  const isWhole = !isInterrupted && turns.length === 1
  return {
    sent: voice?.coefficient ?? null,
    envelope: isWhole ? looseMatch(envelopeOf(spoken), envelopeOf(reply), LOUDNESS).coefficient : null,
    slipMs: voice === null ? null : samplesToMs(voice.slip),
    missingMs: voice === null ? null : samplesToMs(voice.back),
  }
}
