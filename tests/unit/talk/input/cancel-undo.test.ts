import { expect, test } from 'vitest'
import { CancelUndo } from '../../../../src/main/talk/input/cancel-undo'
import { FakeTimers } from '../../../fakes/fake-timers'

const said = (ms: number) => ({ frames: [Int16Array.from({ length: ms * 24 }, (_, index) => index % 100)], samples: ms * 24 })

function undo() {
  const timers = new FakeTimers()
  const told: (number | null)[] = []
  const sut: CancelUndo = new CancelUndo(timers, () => told.push(sut.leftMs))
  return { timers, told, sut }
}

test('what was discarded can be taken back once, for 8 s', () => {
  const { timers, told, sut } = undo()
  sut.discarded(said(700))
  timers.pass(7_999)
  const left = sut.leftMs
  const [taken, again] = [sut.take(), sut.take()]
  expect({ left, taken, again, told, waiting: timers.waiting }).toEqual({ left: 1, taken: said(700).frames[0], again: null, told: [8_000, null], waiting: 0 })
})

test('after 8 s it is gone, and so it is when something else begins', () => {
  const { timers, sut } = undo()
  sut.discarded(said(700))
  timers.pass(8_000)
  const late = sut.take()
  sut.discarded(said(700))
  sut.withdraw()
  expect([late, sut.take(), sut.leftMs]).toEqual([null, null, null])
})

test('half of a shortcut was no speech', () => {
  const { told, sut } = undo()
  sut.discarded(said(499))
  expect([sut.leftMs, told]).toEqual([null, []])
})

test('what was heard before the press makes half of a shortcut no speech', () => {
  const { told, sut } = undo()
  sut.discarded(said(899), 499 * 24)
  expect([sut.leftMs, told]).toEqual([null, []])
})
