import { expect, it } from 'vitest'
import { reconnectDelayMs } from '../../../../../src/main/talk/core/connection/reconnect-policy'

const attempts = Array.from({ length: 9 }, (_, index) => index + 1)

it('doubles the ceiling from half a second to eight, and gives up after the eighth attempt', () => {
  const ceilings = attempts.map((attempt) => reconnectDelayMs({ attempt, random: 1 }))
  expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000, null])
})

it('spreads over the whole time up to the ceiling', () => {
  expect([0, 0.25, 1].map((random) => reconnectDelayMs({ attempt: 3, random }))).toEqual([0, 500, 2_000])
})
