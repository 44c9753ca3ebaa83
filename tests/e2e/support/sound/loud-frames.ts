import { FRAME_SAMPLES } from '../../../../src/shared/audio/audio-format'

/** -34 dBFS: far below a vowel, far above what is left of a pause. */
const LOUD = 0.02

/** How many segments of 20 ms are louder than `above`; by default have somebody speaking in them: what was said has as many wherever it arrives whole. */
export function loudFrames(samples: Float32Array, above = LOUD): number {
  const frames = Array.from({ length: Math.ceil(samples.length / FRAME_SAMPLES) }, (_, at) => samples.subarray(at * FRAME_SAMPLES, (at + 1) * FRAME_SAMPLES))
  return frames.filter((frame) => frame.some((sample) => Math.abs(sample) > above)).length
}
