import { FRAME_SAMPLES, SAMPLE_RATE_HZ, samplesToMs } from '../../../../src/shared/audio/audio-format'
import { type Looseness, looseMatch } from '../../../../scripts/demo/verdict/likeness'
import { LIKENESS } from '../../../../scripts/demo/verdict/limits'
import { readPcm } from '../../../../scripts/demo/wav'

/** How an answer sounded at the loudspeaker, next to what it should have been. */
export interface HeardEcho {
  readonly coefficient: number
  /** What is missing in one place, or in the wrong one. */
  readonly missingMs: number
  /** How much later the end came than the beginning promised. */
  readonly slipMs: number
}

const WANDER = SAMPLE_RATE_HZ / 2
/** Half a syllable is surely recognised. */
const PLACES: Looseness = { piece: SAMPLE_RATE_HZ / 10, wander: WANDER }
/** Where a busy sound system stops in the middle of a piece, that piece is like nothing: short answers have only a few. */
const LIKENESSES: Looseness = { piece: SAMPLE_RATE_HZ / 25, wander: WANDER }

/** `part`: the recording from shortly before the answer to shortly after it. */
export function heardEcho(sent: Buffer, part: Float32Array): HeardEcho {
  const { slip, back } = looseMatch(readPcm(sent), part, PLACES)
  return { coefficient: looseMatch(readPcm(sent), part, LIKENESSES).coefficient, missingMs: samplesToMs(back), slipMs: samplesToMs(slip) }
}

export const isWhole = ({ coefficient, missingMs }: HeardEcho): boolean => coefficient >= LIKENESS.sent && missingMs <= LIKENESS.missingMs

/** Between two times of a recording, in ms from its beginning. */
export const partOf = (recording: Float32Array, fromMs: number, toMs: number): Float32Array =>
  recording.subarray(Math.max(0, Math.round(fromMs / 20) * FRAME_SAMPLES), Math.round(toMs / 20) * FRAME_SAMPLES)
