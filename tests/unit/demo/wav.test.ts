import { expect, test } from 'vitest'
import { readPcm, readWav } from '../../../scripts/demo/wav'

interface Shape {
  readonly encoding?: number
  readonly subEncoding?: number
  readonly channels?: number
  readonly bits?: number
  readonly dataLength?: number
  readonly before?: readonly Buffer[]
}

const chunk = (name: string, content: Buffer, length = content.length): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(length)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, content, Buffer.alloc(content.length % 2)])
}

function wav(samples: readonly number[], { encoding = 1, subEncoding, channels = 1, bits = 16, dataLength, before = [] }: Shape = {}): Buffer {
  const format = Buffer.alloc(subEncoding === undefined ? 16 : 40)
  format.writeUInt16LE(encoding, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(24_000, 4)
  format.writeUInt16LE(bits, 14)
  if (subEncoding !== undefined) format.writeUInt16LE(subEncoding, 24)
  const content = Buffer.from(Int16Array.from(samples).buffer)
  return Buffer.concat([Buffer.from('RIFF....WAVE', 'latin1'), chunk('fmt ', format), ...before, chunk('data', content, dataLength)])
}

test('reads mono', () => {
  expect(readWav(wav([0, 16_384, -32_768]))).toEqual({ rate: 24_000, channels: 1, samples: Float32Array.of(0, 0.5, -1) })
})

test('mixes two channels down', () => {
  expect(readWav(wav([16_384, 0, -16_384, 16_384], { channels: 2 }))?.samples).toEqual(Float32Array.of(0.25, 0))
})

test('finds the sound behind other chunks, odd ones with their padding too', () => {
  expect(readWav(wav([16_384], { before: [chunk('LIST', Buffer.from('odd'))] }))?.samples).toEqual(Float32Array.of(0.5))
})

test.each([0, 0xffff_ffff, 1_000])('a recorder that was stopped hard leaves the length %d: the sound goes to the end', (dataLength) => {
  expect(readWav(wav([16_384, -16_384], { dataLength }))?.samples).toEqual(Float32Array.of(0.5, -0.5))
})

test('knows the extensible format', () => {
  expect(readWav(wav([16_384], { encoding: 0xfffe, subEncoding: 1 }))?.samples).toEqual(Float32Array.of(0.5))
})

test.each([
  ['no WAV at all', Buffer.from('OggS')],
  ['nothing', Buffer.alloc(0)],
  ['floats', wav([1], { encoding: 3, bits: 32 })],
  ['24 bits', wav([1], { bits: 24 })],
  ['six channels', wav([1], { channels: 6 })],
  ['no sound chunk', wav([]).subarray(0, 36)],
])('leaves to sox: %s', (_what, file) => {
  expect(readWav(file)).toBeNull()
})

test('reads raw samples', () => {
  expect(readPcm(Buffer.from(Int16Array.of(16_384, -32_768).buffer))).toEqual(Float32Array.of(0.5, -1))
})
