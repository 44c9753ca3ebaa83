import { expect, test } from 'vitest'
import { KeyTest } from '../../../src/main/hotkeys/key-test'
import { FakeTimers } from '../../fakes/fake-timers'

function setup() {
  const told: unknown[] = []
  const turns: string[] = []
  const timers = new FakeTimers()
  const step = { on: true }
  const keyTest = new KeyTest(timers, () => step.on, (now) => told.push(now))
  const note = (name: string) => () => void turns.push(name)
  const keys = keyTest.around({ prepare: note('prepare'), abandon: note('abandon'), press: note('press'), release: note('release'), cancel: note('cancel'), switchMode: note('mode'), phase: () => 'thinking' })
  return { told, turns, timers, step, keys }
}

test('a hold is shown and measured, one that is taken back is no try, and no turn begins', () => {
  const { told, turns, timers, keys } = setup()
  keys.press()
  timers.pass(1_200)
  keys.release()
  keys.press()
  timers.pass(50)
  keys.cancel()
  keys.cancel()
  keys.release()
  expect({ told, turns }).toEqual({
    told: [
      { down: true, heldMs: null, tries: 0 },
      { down: false, heldMs: 1_200, tries: 1 },
      { down: true, heldMs: null, tries: 1 },
      { down: false, heldMs: null, tries: 1 },
    ],
    turns: [],
  })
})

test('what ends a toggle is what the test is in, not a turn', () => {
  const { keys } = setup()
  const before = keys.phase()
  keys.press()
  const during = keys.phase()
  keys.release()
  expect([before, during, keys.phase()]).toEqual(['idle', 'listening', 'idle'])
})

test('off: keys talk', () => {
  const { told, turns, step, keys } = setup()
  step.on = false
  keys.press()
  keys.release()
  keys.cancel()
  expect({ told, turns, phase: keys.phase() }).toEqual({ told: [], turns: ['press', 'release', 'cancel'], phase: 'thinking' })
})
