import { expect, it } from 'vitest'
import { OPEN, world } from './tools-world'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ARGS = { host: 'a.example' }

/** The wall clock and the timers, hour by hour. */
function pass({ clock, timers }: ReturnType<typeof world>, ms: number): void {
  for (let left = ms; left > 0; left -= HOUR) {
    clock.now += Math.min(left, HOUR)
    timers.pass(Math.min(left, HOUR))
  }
}

const textsOf = ({ parts }: ReturnType<typeof world>) => parts.allowances.rules.map(({ until }) => until)

it('an open settings window is told when a rule comes, for this run too, and when the person removes it', () => {
  const sut = world()
  sut.parts.allowances.allowAlways(OPEN, ARGS, 'run')
  sut.parts.allowances.allowAlways(OPEN, ARGS, 'for-good')
  const [first] = sut.parts.allowances.rules
  sut.parts.allowances.forget(first?.id ?? '')
  expect({ pushed: sut.pushed, left: textsOf(sut) }).toEqual({ pushed: ['settings tools:changed', 'settings tools:changed', 'settings tools:changed'], left: ['run'] })
})

it('a rule goes at its end by itself, and an open settings window is told so; nothing waits behind the last one', () => {
  const sut = world()
  sut.parts.allowances.allowAlways(OPEN, ARGS, '30-days')
  sut.pushed.length = 0
  pass(sut, 30 * DAY - HOUR)
  const before = { pushed: [...sut.pushed], kept: sut.settings().allowances.length }
  pass(sut, HOUR)
  expect({ before, pushed: sut.pushed, kept: sut.settings().allowances, waits: sut.timers.waiting }).toEqual({
    before: { pushed: [], kept: 1 }, pushed: ['settings tools:changed'], kept: [], waits: 0,
  })
})

it('a clock that jumps over the end is seen within the hour', () => {
  const sut = world()
  sut.parts.allowances.allowAlways(OPEN, ARGS, '30-days')
  sut.pushed.length = 0
  sut.clock.now += 31 * DAY
  sut.timers.pass(HOUR)
  expect({ pushed: sut.pushed, left: textsOf(sut) }).toEqual({ pushed: ['settings tools:changed'], left: [] })
})
