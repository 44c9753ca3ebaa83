import { expect, test } from 'vitest'
import { checkImage } from '../../../../src/main/images/core/check-image'
import { sampleJpeg, samplePng } from '../../../fakes/sample-images'

const GIF = new Uint8Array([...Buffer.from('GIF89a'), 9, 0, 9, 0, 0, 0, 0, 0x3b])

test.each([
  ['a JPEG', sampleJpeg(1_568, 100), 'image/jpeg 1568 × 100'],
  ['a PNG', samplePng(3, 2), 'image/png 3 × 2'],
  ['one pixel too wide', sampleJpeg(1_569, 100), 'image-too-large'],
  ['one byte too many', sampleJpeg(10, 10, 1_500_000), 'image-too-large'],
  ['a format that the endpoint does not take', GIF, 'image-unreadable'],
  ['a moving PNG', samplePng(3, 2, 'acTL'), 'image-moving'],
  ['no image', new Uint8Array(100), 'image-unreadable'],
  ['nothing', new Uint8Array(), 'image-empty'],
])('%s', (_what, bytes, expected) => {
  const checked = checkImage(bytes)
  expect(checked.ok ? `${checked.value.type} ${String(checked.value.width)} × ${String(checked.value.height)}` : checked.error.tag).toBe(expected)
})
