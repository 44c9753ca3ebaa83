import { expect, test } from 'vitest'
import { clockSkewMs, handoverTimes } from '../../../../../src/main/talk/core/connection/session-lifetime'

const NOW = 1_800_000_000_000
const endsIn = (seconds: number) => handoverTimes(NOW / 1_000 + seconds, NOW)

test('an hour: from 50 minutes on, at the latest at 59', () => {
  expect(endsIn(3_600)).toEqual({ prepareMs: 3_000_000, latestMs: 3_540_000 })
})

test('a short life in proportion, and never shorter than a minute unless a test says so', () => {
  const minute = { prepareMs: 30_000, latestMs: 54_000 }
  expect([endsIn(200), endsIn(60), endsIn(20), endsIn(3), handoverTimes(NOW / 1_000 + 20, NOW, 0)]).toEqual([
    { prepareMs: 100_000, latestMs: 180_000 },
    minute,
    minute,
    minute,
    { prepareMs: 10_000, latestMs: 18_000 },
  ])
})

test('the clock of the handshake counts where ours is wrong; seconds of a slow line are no wrong clock', () => {
  expect([null, NOW, NOW + 29_000, NOW - 3_600_000, NOW + 86_400_000].map((time) => clockSkewMs(time, NOW))).toEqual([0, 0, 0, -3_600_000, 86_400_000])
})

test('an end that is unknown, over or absurd is none: clocks can be wrong', () => {
  expect([handoverTimes(null, NOW), endsIn(0), endsIn(-600), endsIn(90_000)]).toEqual([null, null, null, null])
})
