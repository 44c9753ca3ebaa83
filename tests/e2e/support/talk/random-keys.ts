/** What a restless person does; `ms` of waiting comes after it. */
export interface KeyStep {
  readonly act: 'down' | 'up' | 'escape' | 'text'
  readonly ms: number
}

/** Small and even enough; the same seed gives the same numbers everywhere (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const MAX_GESTURES = 4
/** Shorter than the release grace, than the shortest commit, than an answer's thinking, and longer. */
const WAITS_MS = [0, 0, 0, 20, 60, 120, 250, 450] as const

const pickFrom = <T>(random: () => number, from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0]

function randomGesture(random: () => number): readonly KeyStep[] {
  const step = (act: KeyStep['act']): KeyStep => ({ act, ms: pickFrom(random, WAITS_MS) })
  const [down, up, escape, text] = [step('down'), step('up'), step('escape'), step('text')]
  const held = [down, up]
  return pickFrom(random, [held, held, held, [down, escape, up], [...held, escape], [down, text, up], [text], [text, ...held], [escape]])
}

/** One sequence: a few gestures anyhow. The key is up at its end. */
export const randomSequence = (random: () => number): readonly KeyStep[] =>
  Array.from({ length: 1 + Math.floor(random() * MAX_GESTURES) }, () => randomGesture(random)).flat()
