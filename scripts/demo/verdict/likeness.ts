import { FRAME_SAMPLES } from '../../../src/shared/audio/audio-format'
import { dotProducts } from './fourier'

/** Where a pattern is found in a signal, and how well it fits there: Pearson's coefficient, 1 = the same but for loudness. */
export interface Match {
  readonly lag: number
  readonly coefficient: number
}

/** Next to the loudest stretch this is silence, and what looks alike in silence is rounding. */
const SILENCE = 1e-4

/** The best fit anywhere in the signal. Beyond its end the signal is silent. */
export function bestMatch(pattern: Float32Array, signal: Float32Array): Match {
  const own = variationOf(pattern)
  const variations = windowVariations(signal, pattern.length)
  const floor = SILENCE * variations.reduce((most, each) => Math.max(most, each), 0)
  const centred = pattern.map((value) => value - own.mean)
  const products = dotProducts(centred, signal, signal.length)
  let best: Match = { lag: 0, coefficient: 0 }
  for (const [lag, product] of products.entries()) {
    const variation = variations[lag] ?? 0
    const coefficient = variation > floor ? product / Math.sqrt(own.total * variation) : 0
    if (coefficient > best.coefficient) best = { lag, coefficient }
  }
  return best
}

const THINNED_BY = 3

/** One value, the mean, for three: enough to find a place, in a ninth of the time. */
const thinned = (samples: Float32Array): Float32Array =>
  Float32Array.from({ length: Math.floor(samples.length / THINNED_BY) }, (_, index) => {
    const group = samples.subarray(index * THINNED_BY, (index + 1) * THINNED_BY)
    return group.reduce((sum, value) => sum + value, 0) / THINNED_BY
  })

/** How well a pattern fits in pieces, and how the pieces lie. */
export interface LooseMatch {
  readonly coefficient: number
  /** Values that came in between the first and the last piece. */
  readonly slip: number
  /** The farthest that a piece lies too early behind the one before it: values that are missing there, or pieces in disorder. */
  readonly back: number
}

export interface Looseness {
  /** Values in a piece. */
  readonly piece: number
  /** How far from the best place of the whole a piece may lie, in values. */
  readonly wander: number
}

/** A piece that fits this well, and has its share of the sound, is where it seems to be. */
const SURE = 0.95
const LOUD = 0.2

/**
 * The same for sound that came through a real sound system. On a busy machine that stops for some milliseconds now and then, after which
 * everything is late; a person hears a click and the same words. So the pattern is looked for in pieces, each near the place of the whole,
 * and the louder ones count for more.
 */
export function looseMatch(pattern: Float32Array, signal: Float32Array, looseness: Looseness): LooseMatch {
  const pieces = placedPieces(pattern, signal, looseness)
  const total = pieces.reduce((sum, { weight }) => sum + weight, 0)
  const likeness = pieces.reduce((sum, { weight, coefficient }) => sum + weight * coefficient, 0)
  // A piece of a pause could be anywhere.
  const sure = pieces.filter(({ coefficient, weight }) => coefficient >= SURE && weight >= (LOUD * total) / pieces.length)
  const back = sure.map(({ lag }, index) => (sure[index - 1]?.lag ?? lag) - lag)
  return {
    coefficient: total === 0 ? 0 : likeness / total,
    slip: (sure.at(-1)?.lag ?? 0) - (sure[0]?.lag ?? 0),
    back: Math.max(0, ...back),
  }
}

interface Piece extends Match {
  readonly weight: number
}

function placedPieces(pattern: Float32Array, signal: Float32Array, { piece, wander }: Looseness): readonly Piece[] {
  const lag = THINNED_BY * bestMatch(thinned(pattern), thinned(signal)).lag
  const count = Math.max(1, Math.floor(pattern.length / piece))
  return Array.from({ length: count }, (_, index) => {
    const from = index * piece
    const own = pattern.subarray(from, index === count - 1 ? pattern.length : from + piece)
    const start = Math.max(0, lag + from - wander)
    const found = bestMatch(own, signal.subarray(start, lag + from + own.length + wander))
    return { weight: variationOf(own).total, coefficient: found.coefficient, lag: start + found.lag - from }
  })
}

/** `total`: the summed squares of the distances to the mean. */
function variationOf(values: Float32Array): { readonly mean: number; readonly total: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return { mean, total: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) }
}

/** The same for each stretch of `length` values, by running sums. */
function windowVariations(signal: Float32Array, length: number): Float64Array {
  let [sum, squares] = [0, 0]
  const add = (value: number, sign: 1 | -1) => {
    sum += sign * value
    squares += sign * value * value
  }
  for (const value of signal.subarray(0, length)) add(value, 1)
  return Float64Array.from(signal, (value, lag) => {
    const variation = squares - (sum * sum) / length
    add(value, -1)
    add(signal[lag + length] ?? 0, 1)
    return Math.max(0, variation)
  })
}

/** Loudness every 20 ms. */
export function envelopeOf(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, index) => {
    const frame = samples.subarray(index * FRAME_SAMPLES, (index + 1) * FRAME_SAMPLES)
    return Math.sqrt(frame.reduce((sum, value) => sum + value * value, 0) / FRAME_SAMPLES)
  })
}
