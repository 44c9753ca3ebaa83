import { expect, test } from 'vitest'
import { ApprovalHand } from '../../../../src/main/tools/approval/approval-hand'
import { READ_MS } from '../../../../src/main/tools/core/approval-gesture'
import { FakeTimers } from '../../../fakes/fake-timers'

/** What whoever draws the card was last told of it. */
function world() {
  const timers = new FakeTimers()
  const told: boolean[] = []
  const hand = new ApprovalHand({ timers, decided: () => undefined, changed: () => void told.push(hand.shown.armed) })
  hand.open({ id: 'card', level: 3 })
  hand.feed({ type: 'seen', on: true })
  return { timers, hand, told }
}

test('that a card can be answered is told when the time has come', () => {
  const { timers, told } = world()
  timers.pass(READ_MS)
  expect(told.at(-1)).toBe(true)
})

test('a key that rests on it and repeats is not in the way of that, however late the clock strikes', () => {
  const { timers, hand, told } = world()
  hand.feed({ type: 'down', by: 'key' })
  timers.stall(READ_MS)
  hand.feed({ type: 'down', by: 'key' }) // before the clock
  const armed = told.at(-1)
  const count = told.length
  hand.feed({ type: 'down', by: 'key' })
  timers.pass(1)
  expect([armed, told.length - count]).toEqual([true, 0])
})
