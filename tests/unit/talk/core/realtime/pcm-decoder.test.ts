import { expect, test } from 'vitest'
import { encodePcm } from '../../../../../src/main/talk/input/pcm-encoder'
import { decodePcm } from '../../../../../src/main/talk/core/realtime/pcm-decoder'

const SAMPLES = Int16Array.from([0, 1, -1, 32_767, -32_768, 258])

test('samples survive base64 both ways', () => {
  expect(decodePcm(encodePcm(SAMPLES), null)).toEqual({ pcm: SAMPLES, carry: null })
})

test('samples survive deltas cut at any byte', () => {
  const bytes = Buffer.from(SAMPLES.buffer)
  const heard: number[] = []
  let carry: number | null = null
  for (const [from, to] of [[0, 3], [3, 3], [3, 4], [4, 9], [9, 12]] as const) {
    const part = decodePcm(bytes.subarray(from, to).toString('base64'), carry)
    carry = part.carry
    heard.push(...part.pcm)
  }
  expect({ heard, carry }).toEqual({ heard: [...SAMPLES], carry: null })
})

test('the samples have a buffer of their own, so that posting them clones nothing else', () => {
  const { pcm } = decodePcm(encodePcm(SAMPLES), null)
  expect(pcm.buffer.byteLength).toBe(pcm.byteLength)
})
