import { expect, test } from 'vitest'
import { SegmentBuffer } from '../../../../src/main/talk/input/segment-buffer'
import { itemId } from '../../../../src/shared/ids'

const frame = (value: number) => new Int16Array(12_000).fill(value)
const values = (sut: SegmentBuffer) => sut.unanswered.map((pcm) => pcm[0])

function hearing(...frames: readonly number[]): SegmentBuffer {
  const sut = new SegmentBuffer()
  for (const value of frames) sut.push(frame(value))
  return sut
}

test('silence is forgotten but for a second', () => {
  const sut = hearing(1, 2, 3, 4)
  sut.sessionChanged()
  expect([values(sut), sut.waitsForSession]).toEqual([[], false])
})

test('a sentence cut off is heard again, with what came just before it', () => {
  const sut = hearing(1, 2, 3)
  sut.began()
  for (const value of [4, 5, 6]) sut.push(frame(value))
  sut.sessionChanged()
  expect([values(sut), sut.waitsForSession]).toEqual([[2, 3, 4, 5, 6], true])
})

test('a question without an answer is asked again, and its bubble is named', () => {
  const sut = hearing(1)
  sut.began()
  sut.asked(itemId('q'))
  expect(sut.again).toEqual({ item: 'q', spoken: true })
  sut.sessionChanged()
  expect([values(sut), sut.again]).toEqual([[1], { item: 'q', spoken: true }]) // its bubble stays until it has another
})

test('an answered question is done with', () => {
  const sut = hearing(1)
  sut.began()
  sut.asked(itemId('q'))
  sut.answered()
  sut.sessionChanged()
  expect([values(sut), sut.waitsForSession]).toEqual([[], false])
})

test('what is heard again is not forgotten before the server hears it', () => {
  const sut = hearing(1)
  sut.began()
  sut.sessionChanged()
  for (const value of [2, 3, 4]) sut.push(frame(value))
  expect(values(sut)).toEqual([1, 2, 3, 4])
})

test('speaking again before the answer makes a new question', () => {
  const sut = hearing(1)
  sut.began()
  for (const value of [2, 3]) sut.push(frame(value))
  sut.asked(itemId('q'))
  sut.began()
  sut.push(frame(4))
  sut.sessionChanged()
  expect(values(sut)).toEqual([2, 3, 4])
})

test('from its first sound to its answer only this session can finish with a sentence', () => {
  const sut = hearing(1)
  const seen = [sut.waitsForAnswer]
  sut.began()
  seen.push(sut.waitsForAnswer)
  sut.asked(itemId('q'))
  seen.push(sut.waitsForAnswer)
  sut.answered()
  expect([...seen, sut.waitsForAnswer]).toEqual([false, true, true, false])
})

test('what the next session makes of the question takes the place of its first bubble, once', () => {
  const sut = hearing(1)
  sut.began()
  sut.asked(itemId('q'))
  sut.sessionChanged()
  sut.saidAgain()
  sut.sessionChanged() // and that session dies, too
  sut.saidAgain()
  sut.began()
  const whole = sut.isAsked
  sut.asked(itemId('q2'))
  expect([whole, sut.succeeds(), sut.succeeds(), sut.again]).toEqual([false, 'q', null, { item: 'q2', spoken: true }])
})

test('an answered question is the successor of nothing', () => {
  const sut = hearing(1)
  sut.began()
  sut.asked(itemId('q'))
  sut.answered()
  sut.sessionChanged()
  expect([sut.succeeds(), sut.again]).toEqual([null, null])
})
