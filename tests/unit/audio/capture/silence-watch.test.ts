import { expect, test } from 'vitest'
import { SilenceWatch } from '../../../../src/renderer/src/audio/capture/silence-watch'

const QUANTUM = 128
const FIVE_SECONDS = Math.ceil((5 * 24_000) / QUANTUM)

function watched() {
  let told = 0
  const watch = new SilenceWatch(() => { told += 1 })
  const pass = (value: number, quanta: number) => { for (let at = 0; at < quanta; at += 1) watch.pass(new Float32Array(QUANTUM).fill(value)) }
  return { watch, pass, told: () => told }
}

test.each([
  ['zeros', 0],
  ['less than a step of 16 bits', -0.00003],
])('five seconds of %s are told once in a turn', (_what, value) => {
  const { watch, pass, told } = watched()
  pass(value, FIVE_SECONDS - 1)
  const before = told()
  pass(value, 3 * FIVE_SECONDS)
  const first = told()
  watch.rest()
  pass(value, FIVE_SECONDS)
  expect([before, first, told()]).toEqual([0, 1, 2])
})

test('the noise of a quiet room is no silence, and one sample of it begins the count anew', () => {
  const { pass, told } = watched()
  pass(0.0001, 2 * FIVE_SECONDS)
  pass(0, FIVE_SECONDS - 1)
  pass(-0.0001, 1)
  pass(0, FIVE_SECONDS - 1)
  expect(told()).toBe(0)
})
