import { expect, test } from 'vitest'
import { Deadline } from '../../../src/main/platform/deadline'
import { FakeTimers } from '../../fakes/fake-timers'

function deadline() {
  const timers = new FakeTimers()
  const passed: (readonly [string, number])[] = []
  return { timers, passed, sut: new Deadline<string>(timers, (of) => passed.push([of, timers.now()])) }
}

test('it passes once, to the millisecond, with what it belongs to, and is over by then', () => {
  const timers = new FakeTimers()
  const passed: (readonly [string, boolean])[] = []
  const sut: Deadline<string> = new Deadline(timers, (of) => passed.push([of, sut.isRunning]))
  const before = sut.isRunning
  sut.start(100, 'a')
  timers.pass(99)
  expect({ before, running: sut.isRunning, passed }).toEqual({ before: false, running: true, passed: [] })
  timers.pass(1)
  timers.pass(1_000)
  expect({ running: sut.isRunning, passed }).toEqual({ running: false, passed: [['a', false]] })
})

test('started twice, the first counts; renewed, the last does', () => {
  const { timers, passed, sut } = deadline()
  sut.start(100, 'first')
  timers.pass(60)
  sut.start(10, 'second')
  timers.pass(40)
  sut.renew(100, 'third')
  timers.pass(60)
  sut.renew(100, 'fourth')
  expect({ passed, waiting: timers.waiting }).toEqual({ passed: [['first', 100]], waiting: 1 })
  timers.pass(100)
  expect(passed).toEqual([['first', 100], ['fourth', 260]])
})

test('stopped, it never passes, and can be started again; stopping what does not run is nothing', () => {
  const { timers, passed, sut } = deadline()
  sut.stop()
  sut.start(100, 'a')
  timers.pass(99)
  sut.stop()
  sut.stop()
  expect({ running: sut.isRunning, waiting: timers.waiting }).toEqual({ running: false, waiting: 0 })
  timers.pass(1_000)
  sut.start(10, 'b')
  timers.pass(10)
  expect(passed).toEqual([['b', 1_109]])
})

test('what is due may begin the next one', () => {
  const timers = new FakeTimers()
  const passed: number[] = []
  const sut: Deadline<number> = new Deadline(timers, (round) => {
    passed.push(timers.now())
    if (round < 3) sut.start(10, round + 1)
  })
  sut.start(10, 1)
  timers.pass(1_000)
  expect({ passed, running: sut.isRunning }).toEqual({ passed: [10, 20, 30], running: false })
})

test('what breaks when it is due is over all the same', () => {
  const timers = new FakeTimers()
  const sut = new Deadline(timers, () => {
    throw new Error('no')
  })
  sut.start(10)
  expect(() => timers.pass(10)).toThrow('no')
  expect(sut.isRunning).toBe(false)
})
