import { expect, test } from 'vitest'
import { DeliveryBound } from '../../../../src/main/talk/input/delivery-bound'
import { FakeTimers } from '../../../fakes/fake-timers'

function bound() {
  const timers = new FakeTimers()
  const world = { waits: true, ready: false }
  const seen: string[] = []
  const note = (what: string) => () => void seen.push(`${what} ${String(timers.now() / 1_000)}`)
  const sut = new DeliveryBound(timers, () => 60_000, {
    waits: () => world.waits,
    isReady: () => world.ready,
    tryAgain: note('again'),
    undelivered: note('undelivered'),
  })
  return { timers, world, seen, sut }
}

test('a question that finds no connection within the bound is not delivered', () => {
  const { timers, seen, sut } = bound()
  sut.start()
  timers.pass(120_000)
  expect(seen).toEqual(['undelivered 60'])
})

test('a connection that is there takes it at once: no bound', () => {
  const { timers, world, seen, sut } = bound()
  world.ready = true
  sut.start()
  timers.pass(120_000)
  expect(seen).toEqual([])
})

test('it counts from the loss when the connection breaks under a question', () => {
  const { timers, seen, sut } = bound()
  timers.pass(10_000)
  sut.lost()
  timers.pass(30_000)
  sut.lost()
  timers.pass(60_000)
  expect(seen).toEqual(['undelivered 70'])
})

test('a connection that has given up is tried again for as long as the question waits', () => {
  const { timers, world, seen, sut } = bound()
  sut.start()
  timers.pass(20_000)
  expect(sut.exhausted()).toBe(true)
  timers.pass(8_000)
  expect(sut.exhausted()).toBe(true)
  world.waits = false
  timers.pass(60_000)
  expect({ seen, again: sut.exhausted() }).toEqual({ seen: ['again 28'], again: false })
})

test('a session that begins ends the wait', () => {
  const { timers, seen, sut } = bound()
  sut.start()
  timers.pass(59_000)
  sut.stop()
  timers.pass(60_000)
  expect(seen).toEqual([])
})
