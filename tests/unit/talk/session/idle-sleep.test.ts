import { expect, test } from 'vitest'
import { IdleSleep } from '../../../../src/main/talk/session/idle-sleep'
import { FakeTimers } from '../../../fakes/fake-timers'

function sleeper(minutes = 5) {
  const timers = new FakeTimers()
  const setting = { minutes }
  const slept: number[] = []
  const sut = new IdleSleep(timers, () => setting.minutes, () => slept.push(timers.now() / 60_000))
  return { timers, setting, slept, sut }
}

test('five quiet minutes put it to sleep, once', () => {
  const { timers, slept, sut } = sleeper()
  sut.evaluate(true)
  timers.pass(4 * 60_000)
  sut.evaluate(true)
  timers.pass(20 * 60_000)
  expect(slept).toEqual([5])
})

test('whatever happens in between starts the count again', () => {
  const { timers, slept, sut } = sleeper()
  sut.evaluate(true)
  timers.pass(4 * 60_000)
  sut.evaluate(false)
  sut.evaluate(true)
  timers.pass(4.5 * 60_000)
  expect(slept).toEqual([])
})

test('0 means never, and a new setting counts from now', () => {
  const { timers, setting, slept, sut } = sleeper(0)
  sut.evaluate(true)
  timers.pass(600 * 60_000)
  setting.minutes = 1
  sut.evaluate(true)
  timers.pass(60_000)
  expect(slept).toEqual([601])
})
