import { SAMPLE_RATE_HZ } from '../../../src/shared/audio-format'

const FRAME = SAMPLE_RATE_HZ / 50
/** -34 dBFS: far below a vowel, far above what is left of a pause. */
const LOUD = 0.02

/** How many stretches of 20 ms have somebody speaking in them: what was said has as many wherever it arrives whole. */
export function loudFrames(samples: Float32Array): number {
  const frames = Array.from({ length: Math.floor(samples.length / FRAME) }, (_, at) => samples.subarray(at * FRAME, (at + 1) * FRAME))
  return frames.filter((frame) => frame.some((sample) => Math.abs(sample) > LOUD)).length
}
