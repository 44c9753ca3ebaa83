import { expect, test } from 'vitest'
import { WorkerDeaths } from '../../../../src/main/platform/worker/worker-deaths'

function lives(...livedMs: readonly number[]): readonly boolean[] {
  let now = 5_000
  const sut = new WorkerDeaths(() => now)
  return livedMs.map((ms) => {
    sut.started()
    now += ms
    sut.died()
    return sut.tooMany
  })
}

test('four short lives in a row are too many', () => {
  expect(lives(10, 59_999, 0, 10)).toEqual([false, false, false, true])
})

test('days apart they are four accidents, and a long life in between begins the count anew', () => {
  expect([lives(86_400_000, 86_400_000, 86_400_000, 86_400_000, 86_400_000).at(-1), lives(10, 10, 60_000, 10, 10)]).toEqual([false, [false, false, false, false, false]])
})

test('after a long life short ones count as ever', () => {
  expect(lives(60_000, 10, 10, 10)).toEqual([false, false, false, true])
})
