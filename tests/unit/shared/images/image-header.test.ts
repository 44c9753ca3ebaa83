import { expect, test } from 'vitest'
import { readImageHeader } from '../../../../src/shared/images/image-header'
import { sampleJpeg, samplePng } from '../../../fakes/sample-images'

const text = (words: string) => [...Buffer.from(words, 'latin1')]
const bytes = (...parts: readonly (number | string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? text(part) : typeof part === 'number' ? [part] : [...part])))
const zeros = (count: number) => Array.from({ length: count }, () => 0)

const GIF_HEAD = bytes('GIF89a', [44, 1, 200, 0], [0x80, 0, 0], zeros(6))
const GIF_PICTURE = [0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, ...zeros(8), 0, 2, 2, 0x44, 1, 0]
const riff = (kind: string, ...rest: readonly number[]) => bytes('RIFF', zeros(4), 'WEBP', kind, zeros(4), rest)
const ispe = (width: number, height: number) => ['ispe', zeros(4), [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255]] as const

test.each([
  ['a PNG', samplePng(1_200, 7), { type: 'image/png', width: 1_200, height: 7, moving: false }],
  ['a moving PNG', samplePng(3, 2, 'acTL'), { type: 'image/png', width: 3, height: 2, moving: true }],
  ['a JPEG behind other blocks and a fill byte', sampleJpeg(4_000, 3_000), { type: 'image/jpeg', width: 4_000, height: 3_000, moving: false }],
  ['a GIF', bytes([...GIF_HEAD], GIF_PICTURE, 0x3b), { type: 'image/gif', width: 300, height: 200, moving: false }],
  ['a moving GIF', bytes([...GIF_HEAD], GIF_PICTURE, GIF_PICTURE, 0x3b), { type: 'image/gif', width: 300, height: 200, moving: true }],
  ['a GIF whose picture is larger than its screen', bytes([...GIF_HEAD], [0x2c, 1, 0, 2, 0, 255, 255, 254, 255, 0, 2, 2, 0x44, 1, 0], 0x3b), { type: 'image/gif', width: 65_536, height: 65_536, moving: false }],
  ['a lossy WebP', riff('VP8 ', ...zeros(6), 44, 1, 200, 0), { type: 'image/webp', width: 300, height: 200, moving: false }],
  ['a lossless WebP', riff('VP8L', 0x2f, 299 & 255, (299 >> 8) | ((199 & 3) << 6), 199 >> 2, 0), { type: 'image/webp', width: 300, height: 200, moving: false }],
  ['a moving WebP', riff('VP8X', 0x02, 0, 0, 0, 43, 1, 0, 199, 0, 0), { type: 'image/webp', width: 300, height: 200, moving: true }],
  ['an AVIF with a small preview', bytes(zeros(4), 'ftypavif', zeros(4), ...ispe(96, 64), ...ispe(3_000, 2_000), zeros(4)), { type: 'image/avif', width: 3_000, height: 2_000, moving: false }],
  ['a moving AVIF', bytes(zeros(4), 'ftypavis', zeros(4), ...ispe(30, 20), zeros(4)), { type: 'image/avif', width: 30, height: 20, moving: true }],
  ['a JPEG that breaks off', sampleJpeg(10, 10).subarray(0, 16), null],
  ['a PNG of no size', samplePng(0, 5), null],
  ['a text', bytes('Dear Sir or Madam, this is no image at all.'), null],
  ['nothing', new Uint8Array(), null],
])('%s', (_what, file, header) => {
  expect(readImageHeader(file)).toEqual(header)
})

test('any beginning of any of them is read or not, but never throws', () => {
  const files = [samplePng(9, 9, 'acTL'), sampleJpeg(9, 9), bytes([...GIF_HEAD], GIF_PICTURE, GIF_PICTURE), riff('VP8X', ...zeros(10)), bytes(zeros(4), 'ftypavis', zeros(4), ...ispe(9, 9), zeros(4))]
  expect(() => files.forEach((file) => file.forEach((_byte, end) => readImageHeader(file.subarray(0, end))))).not.toThrow()
})
