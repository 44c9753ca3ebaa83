import { writeFile } from 'node:fs/promises'
import { SAMPLE_RATE_HZ } from '../../../../src/shared/audio/audio-format'
import { noise } from '../../../unit/demo/sound'

/** Clicks are that far apart, each distance another, so that a few of them say where in the train they are. In ms. */
const [LEAST_MS, MOST_MS] = [17, 37]
const CLICK_SAMPLES = 48
const LOUD = 0.6
/** Of full scale: what resampling leaves of a click is above, what it puts beside it below. */
const HEARD = 0.12
/** A click rings on for less. */
const DEAD_SAMPLES = 240
/** A sound file of clicks at odd distances. */
export async function makeClicks(wav: string, seconds: number): Promise<void> {
  const dice = noise(Math.ceil((seconds * 1_000) / LEAST_MS))
  const pcm = new Int16Array(seconds * SAMPLE_RATE_HZ)
  let at = 0
  for (const die of dice) {
    at += Math.round(((LEAST_MS + ((die + 1) / 2) * (MOST_MS - LEAST_MS)) * SAMPLE_RATE_HZ) / 1_000)
    if (at + CLICK_SAMPLES >= pcm.length) break
    for (let sample = 0; sample < CLICK_SAMPLES; sample += 1) pcm[at + sample] = Math.round(32_767 * LOUD * Math.exp(-sample / 12) * Math.cos((sample * Math.PI) / 4))
  }
  await writeFile(wav, Buffer.concat([header(pcm.byteLength), Buffer.from(pcm.buffer)]))
}

/** 24 kHz, mono, s16le. */
function header(bytes: number): Buffer {
  const wav = Buffer.alloc(44)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(36 + bytes, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(SAMPLE_RATE_HZ, 24)
  wav.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(bytes, 40)
  return wav
}

/** Where clicks are, in samples. */
export function clicksIn(pcm: Buffer): readonly number[] {
  const found: number[] = []
  for (let at = 0; at * 2 + 1 < pcm.length; at += 1) {
    if (Math.abs(pcm.readInt16LE(at * 2)) < HEARD * 32_768) continue
    found.push(at)
    at += DEAD_SAMPLES
  }
  return found
}
