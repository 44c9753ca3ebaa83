import { expect, it } from 'vitest'
import { Slips } from '../../../src/main/app/slips'
import { SLIP_MS } from '../../../src/shared/errors/notice'
import { FakeTimers } from '../../fakes/fake-timers'

it('a slip is told for three seconds, the same once more anew, and goes with the next turn', () => {
  const timers = new FakeTimers()
  const seen: (number | null)[] = []
  const slips = new Slips(timers, () => seen.push(slips.current?.id ?? null))
  slips.post('too-short')
  timers.pass(SLIP_MS - 1)
  slips.post('too-short')
  timers.pass(SLIP_MS - 1)
  const still = slips.current
  timers.pass(1)
  slips.post('too-short')
  slips.clear()
  slips.clear()
  timers.pass(SLIP_MS)
  expect({ still, seen }).toEqual({ still: { id: 2, tag: 'too-short' }, seen: [1, 2, null, 3, null] })
})
