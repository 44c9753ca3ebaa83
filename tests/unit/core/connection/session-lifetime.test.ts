import { expect, test } from 'vitest'
import { rolloverTimes } from '../../../../src/main/core/connection/session-lifetime'

const NOW = 1_800_000_000_000
const endsIn = (seconds: number) => rolloverTimes(NOW / 1_000 + seconds, NOW)

test('an hour: from 50 minutes on, at the latest at 59', () => {
  expect(endsIn(3_600)).toEqual({ prepareMs: 3_000_000, latestMs: 3_540_000 })
})

test('a short life in proportion', () => {
  expect(endsIn(20)).toEqual({ prepareMs: 10_000, latestMs: 18_000 })
})

test('an end that is unknown, over or absurd is none: clocks can be wrong', () => {
  expect([rolloverTimes(null, NOW), endsIn(0), endsIn(-600), endsIn(90_000)]).toEqual([null, null, null, null])
})
