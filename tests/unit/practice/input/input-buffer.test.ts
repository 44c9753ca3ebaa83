import { expect, test } from 'vitest'
import { InputBuffer } from '../../../../src/main/practice/input/input-buffer'

const MINUTE_BYTES = 60 * 48_000

test('an hour that nobody committed is kept whole; whatever comes beyond it, the oldest goes, and positions count on', () => {
  const sut = new InputBuffer()
  const minute = Buffer.alloc(MINUTE_BYTES)
  const edges = () => [sut.startByte, sut.endByte, sut.byteLength].map((bytes) => bytes / MINUTE_BYTES)
  for (let minutes = 1; minutes <= 60; minutes += 1) sut.append(minute)
  const full = edges()
  for (let minutes = 1; minutes <= 30; minutes += 1) sut.append(minute)
  expect([full, edges()]).toEqual([[0, 60, 60], [30, 90, 60]])
})

test('what is left after the oldest went is what was said last', () => {
  const sut = new InputBuffer()
  for (let minute = 0; minute <= 60; minute += 1) sut.append(Buffer.alloc(MINUTE_BYTES, minute))
  const kept = sut.takeAll()
  expect([kept.byteLength / MINUTE_BYTES, kept[0], kept.at(-1)]).toEqual([60, 1, 60])
})
