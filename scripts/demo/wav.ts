/** What a WAV file holds, mixed down to one channel, −1..1. */
export interface Sound {
  readonly rate: number
  readonly channels: number
  readonly samples: Float32Array
}

const PCM = 1
const EXTENSIBLE = 0xfffe
const FULL_SCALE = 32_768

interface Format {
  readonly encoding: number
  readonly channels: number
  readonly rate: number
  readonly bits: number
}

const tagAt = (file: Buffer, offset: number): string => file.toString('latin1', offset, offset + 4)

/** Reads 16-bit PCM with one or two channels; null for everything else, which sox may know how to convert. */
export function readWav(file: Buffer): Sound | null {
  if (tagAt(file, 0) !== 'RIFF' || tagAt(file, 8) !== 'WAVE') return null
  const chunks = chunksOf(file)
  const [format, content] = [chunks.get('fmt '), chunks.get('data')]
  if (format === undefined || format.length < 16 || content === undefined) return null
  const { encoding, channels, rate, bits } = readFormat(format)
  if (encoding !== PCM || bits !== 16 || channels < 1 || channels > 2) return null
  return { rate, channels, samples: mixDown(content, channels) }
}

/** Chunks by name, wherever they stand. A recorder that was killed leaves a length of 0 or 2³²−1: its sound goes to the end. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= file.length; ) {
    const [name, stated] = [tagAt(file, at), file.readUInt32LE(at + 4)]
    const rest = file.length - at - 8
    const length = stated > rest || (stated === 0 && name === 'data') ? rest : stated
    if (!chunks.has(name)) chunks.set(name, file.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** An extensible format names its encoding in the first bytes of its GUID. */
function readFormat(chunk: Buffer): Format {
  const encoding = chunk.readUInt16LE(0)
  return {
    encoding: encoding === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : encoding,
    channels: chunk.readUInt16LE(2),
    rate: chunk.readUInt32LE(4),
    bits: chunk.readUInt16LE(14),
  }
}

function mixDown(content: Buffer, channels: number): Float32Array {
  const frame = 2 * channels
  const at = (index: number) =>
    (content.readInt16LE(index * frame) + content.readInt16LE(index * frame + frame - 2)) / (2 * FULL_SCALE)
  return Float32Array.from({ length: Math.floor(content.length / frame) }, (_, index) => at(index))
}

/** Raw s16le, as it goes on the wire. */
export const readPcm = (raw: Buffer): Float32Array => mixDown(raw, 1)
