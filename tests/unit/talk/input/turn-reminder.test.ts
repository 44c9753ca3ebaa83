import { expect, test } from 'vitest'
import { TurnReminder } from '../../../../src/main/talk/input/turn-reminder'
import { turnId } from '../../../../src/shared/ids'
import { FakeTimers } from '../../../fakes/fake-timers'

const MINUTE = 60_000
const listening = (name: string) => ({ name: 'listening', turn: turnId(name) }) as const

function reminder() {
  const timers = new FakeTimers()
  const told: number[] = []
  const sut: TurnReminder = new TurnReminder(timers, () => 6 * MINUTE, () => told.push(timers.now()))
  return { timers, told, sut }
}

test('after 5 of 6 minutes the end is announced, once', () => {
  const { timers, told, sut } = reminder()
  sut.evaluate(listening('T1'))
  timers.pass(5 * MINUTE - 1)
  const before = sut.leftMs
  timers.pass(1)
  const then = sut.leftMs
  timers.pass(MINUTE / 2)
  expect({ told, before, then, later: sut.leftMs }).toEqual({ told: [5 * MINUTE], before: null, then: MINUTE, later: MINUTE / 2 })
})

test('a turn that is over, or another one, begins anew', () => {
  const { timers, told, sut } = reminder()
  sut.evaluate(listening('T1'))
  timers.pass(4 * MINUTE)
  sut.evaluate(listening('T2'))
  timers.pass(4 * MINUTE)
  sut.evaluate({ name: 'thinking', turn: turnId('T2') })
  timers.pass(10 * MINUTE)
  expect([told, sut.leftMs, timers.waiting]).toEqual([[], null, 0])
})
