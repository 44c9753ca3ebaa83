import { BYTES_PER_SAMPLE, FRAME_SAMPLES, msToSamples } from '../../../shared/audio/audio-format'

export interface VadSettings {
  /** 0..1 as in `server_vad.threshold`. */
  readonly threshold: number
  readonly prefixPaddingMs: number
  readonly silenceDurationMs: number
}

/** Positions in samples since the session began. `start` includes the prefix padding, `end` the silence window, as on the real wire. */
export type VadFact = { readonly kind: 'started'; readonly startSample: number } | { readonly kind: 'stopped'; readonly endSample: number }

/** Threshold 0.5 ↔ RMS 0.01 of full scale (−40 dBFS): above the noise of a quiet room, below soft speech. */
const FULL_SCALE_RMS_PER_THRESHOLD = 0.02
/** Three 20 ms frames: a click or a key stroke is shorter. */
const ONSET_FRAMES = 3

const FRAME_BYTES = FRAME_SAMPLES * BYTES_PER_SAMPLE

const frameRms = (frame: Buffer): number => {
  let sum = 0
  for (let at = 0; at < FRAME_BYTES; at += BYTES_PER_SAMPLE) sum += (frame.readInt16LE(at) / 32_768) ** 2
  return Math.sqrt(sum / FRAME_SAMPLES)
}

/** Speech by loudness, in 20 ms frames of appended audio. It knows audio time only, never wall time. */
export class EnergyVad {
  readonly #settings: VadSettings
  #carry: Buffer = Buffer.alloc(0)
  #position: number
  #loudFrames = 0
  #quietSamples = 0
  #speaking = false

  constructor(settings: VadSettings, positionSamples: number) {
    this.#settings = settings
    this.#position = positionSamples
  }

  get speaking(): boolean {
    return this.#speaking
  }

  push(pcm: Buffer): readonly VadFact[] {
    const whole = Buffer.concat([this.#carry, pcm])
    const facts: VadFact[] = []
    let at = 0
    for (; at + FRAME_BYTES <= whole.byteLength; at += FRAME_BYTES) {
      const fact = this.#hear(frameRms(whole.subarray(at, at + FRAME_BYTES)))
      if (fact !== null) facts.push(fact)
    }
    this.#carry = whole.subarray(at)
    return facts
  }

  #hear(rms: number): VadFact | null {
    this.#position += FRAME_SAMPLES
    const loud = rms >= this.#settings.threshold * FULL_SCALE_RMS_PER_THRESHOLD && rms > 0
    return this.#speaking ? this.#hearWhileSpeaking(loud) : this.#hearWhileQuiet(loud)
  }

  #hearWhileQuiet(loud: boolean): VadFact | null {
    this.#loudFrames = loud ? this.#loudFrames + 1 : 0
    if (this.#loudFrames < ONSET_FRAMES) return null
    this.#speaking = true
    this.#quietSamples = 0
    const onset = this.#position - ONSET_FRAMES * FRAME_SAMPLES
    return { kind: 'started', startSample: Math.max(0, onset - msToSamples(this.#settings.prefixPaddingMs)) }
  }

  #hearWhileSpeaking(loud: boolean): VadFact | null {
    this.#quietSamples = loud ? 0 : this.#quietSamples + FRAME_SAMPLES
    if (loud || this.#quietSamples < msToSamples(this.#settings.silenceDurationMs)) return null
    this.#speaking = false
    this.#loudFrames = 0
    return { kind: 'stopped', endSample: this.#position }
  }
}
