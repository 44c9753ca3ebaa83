import { SAMPLE_RATE_HZ } from '../../../../src/shared/audio/audio-format'

const FRAME = 480
/** -40 dBFS of one tone: far above what a filter leaves of it, far below a tone that is played. */
const THERE = 0.01
/** Of the energy of its frame: the edge of a stop has a little of every tone, some 0.5 %. */
const MOST = 0.5

/** Shorter runs of a tone are what a click looks like when a sound system is late. */
const SHORTEST_FRAMES = 3

/** How long each tone is heard, and what is neither, in ms; `order`: the tones as they follow each other, without repetitions. */
export interface HeardTones {
  readonly ms: Readonly<Record<string, number>>
  readonly elseMs: number
  readonly order: readonly number[]
  /** The longest segment of neither between two tones. */
  readonly gapMs: number
}

/** Listens for tones in 24 kHz samples, 20 ms by 20 ms. */
export function tonesIn(samples: Float32Array, tones: readonly number[]): HeardTones {
  const frames = Array.from({ length: Math.floor(samples.length / FRAME) }, (_, at) => toneOf(samples.subarray(at * FRAME, (at + 1) * FRAME), tones))
  const heard = frames.filter((hz) => hz !== null)
  return {
    ms: Object.fromEntries(tones.map((hz) => [String(hz), 20 * heard.filter((each) => each === hz).length])),
    elseMs: 20 * (frames.length - heard.length),
    order: runsOf(frames).filter(({ length }) => length >= SHORTEST_FRAMES).map(({ hz }) => hz).filter((hz, at, all) => hz !== all[at - 1]),
    gapMs: 20 * longestGap(frames),
  }
}

/** Hann's window: without it a note that begins in mid-frame is heard at every pitch. */
const faded = (sample: number, at: number): number => sample * (1 - Math.cos((2 * Math.PI * at) / FRAME))

/** How loud a tone gets, of full scale, measured over 20 ms at a time: short notes are found, and each is told from its neighbours. */
export function loudestOf(samples: Float32Array, hz: number): number {
  let loudest = 0
  for (let at = 0; at + FRAME <= samples.length; at += FRAME / 4) loudest = Math.max(loudest, levelOf(samples.subarray(at, at + FRAME).map(faded), hz))
  return loudest
}

export const samplesOf = (pcm: Buffer): Float32Array => Float32Array.from({ length: Math.floor(pcm.length / 2) }, (_, at) => pcm.readInt16LE(at * 2) / 32_768)

/** Stretches of one and the same tone. */
function runsOf(frames: readonly (number | null)[]): readonly { readonly hz: number; readonly length: number }[] {
  const runs: { hz: number; length: number }[] = []
  frames.forEach((hz, at) => {
    const last = runs.at(-1)
    if (hz === null) return
    if (last !== undefined && frames[at - 1] === hz) last.length += 1
    else runs.push({ hz, length: 1 })
  })
  return runs
}

const powerOf = (frame: Float32Array): number => frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length

/** The strongest of the tones, when it is there and the frame is little else. */
function toneOf(frame: Float32Array, tones: readonly number[]): number | null {
  const loudest = tones.map((hz) => ({ hz, level: levelOf(frame, hz) })).reduce((one, other) => (other.level > one.level ? other : one))
  return loudest.level > THERE && loudest.level ** 2 / 2 > MOST * powerOf(frame) ? loudest.hz : null
}

/** Goertzel's algorithm: how much of one frequency there is. */
function levelOf(frame: Float32Array, hz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE_HZ)
  let [before, last] = [0, 0]
  for (const sample of frame) [before, last] = [last, sample + factor * last - before]
  return (2 * Math.sqrt(Math.max(0, before * before + last * last - factor * before * last))) / frame.length
}

function longestGap(frames: readonly (number | null)[]): number {
  const first = frames.findIndex((hz) => hz !== null)
  const last = frames.findLastIndex((hz) => hz !== null)
  let [longest, now] = [0, 0]
  for (const hz of frames.slice(Math.max(0, first), last + 1)) {
    now = hz === null ? now + 1 : 0
    longest = Math.max(longest, now)
  }
  return longest
}
