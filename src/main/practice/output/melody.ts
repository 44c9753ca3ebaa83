import { SAMPLE_RATE_HZ, msToSamples } from '../../../shared/audio/audio-format'

/** A pentatonic scale in hertz: any order of its notes sounds friendly. */
const NOTES_HZ = [261.63, 293.66, 329.63, 392, 440] as const
/** About −24 dBFS: clearly audible, never startling. */
const PEAK = 0.06
const FADE_MS = 40

const fade = (at: number, length: number): number => {
  const edge = Math.min(at, length - 1 - at) / msToSamples(FADE_MS)
  return edge >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, edge))
}

const note = (frequencyHz: number, samples: number): Buffer => {
  const pcm = Buffer.alloc(samples * 2)
  for (let at = 0; at < samples; at++) {
    const wave = Math.sin((2 * Math.PI * frequencyHz * at) / SAMPLE_RATE_HZ)
    pcm.writeInt16LE(Math.round(wave * fade(at, samples) * PEAK * 32_767), at * 2)
  }
  return pcm
}

/** Notes from half a second (a word) to twelve seconds (a paragraph): 65 ms a character is a speaking pace. */
export const hum = (text: string): Buffer => {
  const words = text.split(/\s+/).filter((word) => word !== '').slice(0, 40)
  const durationMs = Math.min(12_000, Math.max(500, text.length * 65))
  const samples = msToSamples(durationMs / Math.max(1, words.length))
  const notes = words.map((word, index) => note(NOTES_HZ[(word.length + index) % NOTES_HZ.length] ?? NOTES_HZ[0], samples))
  return notes.length > 0 ? Buffer.concat(notes) : note(NOTES_HZ[0], samples)
}
