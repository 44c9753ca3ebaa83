/** Noise that is the same in every run (the generator "mulberry32"). */
export function noise(length: number, seed = 1): Float32Array {
  let state = seed
  return Float32Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const value = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 31 - 1
  })
}

/** Something like words: noise that comes and goes. */
export const babble = (length: number, seed = 1): Float32Array => {
  const loudness = noise(Math.ceil(length / 2_400), seed + 7).map(Math.abs)
  return noise(length, seed).map((value, at) => value * (loudness[Math.floor(at / 2_400)] ?? 0))
}

/** Sounds one after the other. */
export const joined = (...parts: readonly Float32Array[]): Float32Array => Float32Array.from(parts.flatMap((part) => [...part]))

export const silence = (length: number): Float32Array => new Float32Array(length)
