import { createRequire } from 'node:module'
import type { Flac } from 'libflacjs'
import type { Decoder as DecoderClass } from 'libflacjs/lib/decoder'
import type { Encoder as EncoderClass } from 'libflacjs/lib/encoder'
import { SAMPLE_RATE_HZ } from '../../../../../shared/audio/audio-format'
import { pcmOf } from './pcm'

/** One second at a time: the library copies what it is given into a heap of its own. */
const CHUNK = SAMPLE_RATE_HZ

interface Library {
  readonly flac: Flac
  readonly Encoder: typeof EncoderClass
  readonly Decoder: typeof DecoderClass
}

let library: Promise<Library> | null = null

/** Loaded with the first sound only (40 ms): most people keep none. CommonJS, as it finds its parts by `__dirname`. */
async function load(): Promise<Library> {
  const require = createRequire(import.meta.url)
  const flac = (require('libflacjs') as (variant: string) => Flac)('min')
  const { Encoder } = require('libflacjs/lib/encoder') as { Encoder: typeof EncoderClass }
  const { Decoder } = require('libflacjs/lib/decoder') as { Decoder: typeof DecoderClass }
  if (!flac.isReady()) await new Promise<void>((ready) => flac.on('ready', () => ready()))
  return { flac, Encoder, Decoder }
}

/** 24 kHz mono 16 bit; about a third smaller than PCM for speech. Throws when the library refuses. */
export async function encodeFlac(pcm: Int16Array): Promise<Uint8Array> {
  const { flac, Encoder } = await (library ??= load())
  const encoder = new Encoder(flac, { sampleRate: SAMPLE_RATE_HZ, channels: 1, bitsPerSample: 16, compression: 5, totalSamples: pcm.length })
  try {
    for (let at = 0; at < pcm.length; at += CHUNK) {
      if (!encoder.encode(Int32Array.from(pcm.subarray(at, at + CHUNK)))) throw new Error('the sound cannot be encoded')
    }
    if (!encoder.encode()) throw new Error('the sound cannot be encoded')
    return encoder.getSamples()
  } finally {
    encoder.destroy()
  }
}

/** Throws when it is no FLAC, or not all of it. */
export async function decodeFlac(bytes: Uint8Array<ArrayBuffer>): Promise<Int16Array> {
  const { flac, Decoder } = await (library ??= load())
  const decoder = new Decoder(flac, { verify: true })
  try {
    if (!decoder.decode(bytes)) throw new Error('the sound file cannot be decoded')
    return pcmOf(decoder.getSamples(true))
  } finally {
    decoder.destroy()
  }
}
