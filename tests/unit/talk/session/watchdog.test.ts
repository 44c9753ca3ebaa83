import { expect, test } from 'vitest'
import { Watchdog } from '../../../../src/main/talk/session/watchdog'
import { FakeTimers } from '../../../fakes/fake-timers'

function watch() {
  const timers = new FakeTimers()
  const seen: string[] = []
  const note = (what: string) => () => seen.push(`${what} ${String(timers.now() / 1_000)}`)
  const sut = new Watchdog(timers, { ask: note('ask'), silent: note('silent') })
  sut.start()
  return { timers, seen, sut }
}

test('silence is asked about after 20 s and counts as death after 45 s', () => {
  const { timers, seen } = watch()
  timers.pass(60_000)
  expect({ seen, waiting: timers.waiting }).toEqual({ seen: ['ask 20', 'ask 40', 'silent 45'], waiting: 0 })
})

test('a sign of life every half minute keeps it alive', () => {
  const { timers, seen, sut } = watch()
  for (let minute = 0; minute < 10; minute += 1) {
    timers.pass(30_000)
    sut.alive()
  }
  expect(seen.filter((line) => line.startsWith('silent'))).toEqual([])
})

test('in doubt it is asked at once, and silence of 5 s is enough', () => {
  const { timers, seen, sut } = watch()
  timers.pass(7_000)
  sut.hurry()
  timers.pass(60_000)
  expect(seen).toEqual(['ask 7.1', 'silent 12.1'])
})

test('what was on its way when the doubt came is no answer', () => {
  const { timers, seen, sut } = watch()
  sut.hurry()
  timers.pass(50)
  sut.alive()
  timers.pass(60_000)
  expect(seen).toEqual(['ask 0.1', 'silent 5.1'])
})

test('an answer to that question makes it patient again', () => {
  const { timers, seen, sut } = watch()
  sut.hurry()
  timers.pass(200)
  sut.alive()
  timers.pass(44_000)
  expect(seen).toEqual(['ask 0.1', 'ask 25.1'])
})

test('a stopped one says nothing, nor does a hurry after it', () => {
  const { timers, seen, sut } = watch()
  sut.stop()
  sut.hurry()
  timers.pass(60_000)
  expect(seen).toEqual([])
})
