import { expect, test } from 'vitest'
import type { GestureRules } from '../../../src/main/hotkeys/core/gesture-types'
import { HotkeyService } from '../../../src/main/hotkeys/hotkey-service'
import { KeyState } from '../../../src/main/hotkeys/key-state'
import { FactQueue } from '../../../src/main/platform/fact-queue'
import { appError } from '../../../src/shared/errors/errors'
import type { TurnPhase } from '../../../src/shared/view'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeHotkeys } from '../../fakes/fake-world'

function service(rules: Partial<GestureRules> = {}) {
  const timers = new FakeTimers()
  const source = new FakeHotkeys()
  const verbs: string[] = []
  const beforehand: string[] = []
  const told: string[] = []
  const order: string[] = []
  const said = (verb: string) => [verbs, order].forEach((each) => each.push(verb))
  let phase: TurnPhase = 'idle'
  const facts = new FactQueue<'turnEnded'>({ error: () => undefined })
  const state = new KeyState()
  const sut: HotkeyService = new HotkeyService({
    source,
    state,
    escapeTaken: () => false,
    panelAsked: () => verbs.push('panel'),
    verbs: {
      prepare: (lagMs) => beforehand.push(`prepare ${String(lagMs)}`),
      abandon: () => beforehand.push('abandon'),
      press: (lagMs) => {
        verbs.push('press')
        beforehand.push(`press ${String(lagMs)}`)
      },
      release: () => verbs.push('release'),
      cancel: () => {
        said('cancel')
        facts.post('turnEnded')
      },
      switchMode: () => said('mode'),
      phase: () => phase,
    },
    rules: () => ({ bare: false, tapToLatch: false, doubleTap: false, ...rules }),
    timers,
    act: facts.act,
    notify: (error) => told.push(error.tag),
    changed: () => told.push(sut.latched ? 'latched' : 'free'),
  })
  facts.handle(() => {
    order.push('turn ended')
    sut.evaluate(false)
  })
  const { listener } = source
  if (listener === null) throw new Error('the service does not listen')
  return { sut, state, timers, source, verbs, order, beforehand, told, listener, setPhase: (next: TurnPhase) => void (phase = next) }
}

/** Lets an answer of the system come in. */
const answered = () => Promise.resolve()

test('a held key is one press and, after the grace, one release, whatever auto-repeat does', () => {
  const { verbs, listener, timers } = service()
  listener.talkKey('down')
  listener.talkKey('down')
  listener.talkKey('up')
  listener.talkKey('down')
  listener.talkKey('up')
  timers.pass(49)
  const before = [...verbs]
  timers.pass(1)
  expect([before, verbs]).toEqual([['press'], ['press', 'release']])
})

test('a bare modifier counts after 100 ms, and what it began waits until it is sure', () => {
  const { state, verbs, listener, timers } = service({ bare: true })
  listener.talkKey('down')
  timers.pass(99)
  const guarded = [...verbs]
  timers.pass(1)
  const unsure = state.unsure
  timers.pass(399)
  const still = state.unsure
  timers.pass(1)
  expect({ guarded, verbs, unsure, still, sure: !state.unsure }).toEqual({ guarded: [], verbs: ['press'], unsure: true, still: true, sure: true })
})

test('a shortcut says nothing within the guard, and is taken back after it', () => {
  const { verbs, listener, timers } = service({ bare: true })
  const shortcut = (afterMs: number) => {
    listener.talkKey('down')
    timers.pass(afterMs)
    listener.joined('key')
    listener.talkKey('up')
    timers.pass(1_000)
  }
  shortcut(99)
  const early = [...verbs]
  shortcut(101)
  expect([early, verbs]).toEqual([[], ['press', 'cancel']])
})

test('the microphone is told of the key at once, with how late that is, and whether it was for nothing', () => {
  const { beforehand, listener, timers } = service({ bare: true })
  listener.talkKey('down', 30)
  timers.pass(100)
  listener.talkKey('up')
  timers.pass(1_000)
  listener.talkKey('down', 5)
  listener.joined('key')
  expect(beforehand).toEqual(['prepare 30', 'press 130', 'prepare 5', 'abandon'])
})

test('a key that needs no guard presses at once, and is as late', () => {
  const { beforehand, listener } = service()
  listener.talkKey('down', 12)
  listener.talkToggle()
  expect(beforehand).toEqual(['press 12', 'press 0'])
})

test('a tap latches after 500 ms and is told, and the next press ends it', () => {
  const { sut, verbs, told, listener, timers } = service({ tapToLatch: true })
  listener.talkKey('down')
  timers.pass(200)
  listener.talkKey('up')
  timers.pass(299)
  const before = sut.latched
  timers.pass(1)
  const latched = sut.latched
  listener.talkKey('down')
  expect({ before, latched, verbs, told }).toEqual({ before: false, latched: true, verbs: ['press', 'release'], told: ['latched', 'free'] })
})

test('a latched turn that ends by itself is over: the next press begins another', () => {
  const { sut, verbs, listener, timers } = service({ tapToLatch: true })
  listener.talkKey('down')
  sut.evaluate(true)
  listener.talkKey('up')
  timers.pass(500)
  sut.evaluate(false)
  listener.talkKey('down')
  expect(verbs).toEqual(['press', 'press'])
})

test('a hold whose end is told late, and before the timers, is no tap', () => {
  const { sut, verbs, listener, timers } = service({ bare: true, tapToLatch: true, doubleTap: true })
  listener.talkKey('down')
  timers.stall(600)
  listener.talkKey('up')
  timers.pass(1_000)
  expect({ verbs, latched: sut.latched }).toEqual({ verbs: ['press', 'release'], latched: false })
})

test.each([
  { what: 'a press behind the grace', downLagMs: 10, then: ['press', 'cancel', 'press'] },
  { what: 'a bounce within it', downLagMs: 70, then: ['press', 'cancel'] },
  { what: 'a bounce whose time is not known', downLagMs: 0, then: ['press', 'cancel'] },
])('after Escape, $what is one however late the edges are told', ({ downLagMs, then }) => {
  const { verbs, listener, timers } = service()
  listener.talkKey('down')
  timers.pass(400)
  listener.escape()
  timers.stall(100)
  listener.talkKey('up', 30) // 30 ms ago
  timers.stall(60)
  listener.talkKey('down', downLagMs)
  expect(verbs).toEqual(then)
})

test('two taps take back the first and switch, and only then is the end of the turn heard of', () => {
  const { order, verbs, listener, timers } = service({ bare: true, tapToLatch: true, doubleTap: true })
  for (let tap = 0; tap < 2; tap += 1) {
    listener.talkKey('down')
    timers.pass(80)
    listener.talkKey('up')
    timers.pass(100)
  }
  timers.pass(1_000)
  expect({ verbs, order }).toEqual({ verbs: ['press', 'cancel', 'mode'], order: ['cancel', 'mode', 'turn ended'] })
})

test('a lost hook lets go of the key at once', () => {
  const { verbs, listener, timers } = service()
  listener.talkKey('down')
  listener.lost()
  timers.pass(1_000)
  expect(verbs).toEqual(['press', 'release'])
})

test('every 10 s the system is asked: a key that is up was let go', async () => {
  const { verbs, listener, timers, source } = service()
  listener.talkKey('down')
  const asked = async (down: boolean | null) => {
    source.down = down
    timers.pass(10_000)
    await answered()
    return verbs.length
  }
  expect([await asked(true), await asked(null), await asked(false), verbs, timers.waiting]).toEqual([1, 1, 2, ['press', 'release'], 0])
})

test('an answer that comes after another press says nothing about it', async () => {
  const { verbs, listener, timers, source } = service()
  source.down = false
  listener.talkKey('down')
  timers.pass(10_000)
  listener.talkKey('up')
  timers.pass(50)
  listener.talkKey('down')
  await answered()
  expect(verbs).toEqual(['press', 'release', 'press'])
})

test.each([
  [true, ['press']],
  [false, ['press', 'release']],
  [null, ['press', 'release']],
])('after waking and on lock a key that reads as %s', async (down, expected) => {
  const { sut, verbs, listener, source } = service()
  source.down = down
  listener.talkKey('down')
  sut.doubt()
  await answered()
  expect(verbs).toEqual(expected)
})

test('a latched turn does not outlive the lock', () => {
  const { sut, verbs, listener, timers, source } = service({ tapToLatch: true })
  source.down = true
  listener.talkKey('down')
  listener.talkKey('up')
  timers.pass(500)
  sut.doubt()
  expect(verbs).toEqual(['press', 'release'])
})

test('without key-up the turn, not a memory, says what a press means', () => {
  const { verbs, listener, setPhase } = service()
  listener.talkToggle()
  setPhase('listening')
  listener.talkToggle()
  setPhase('speaking')
  listener.talkToggle()
  expect(verbs).toEqual(['press', 'release', 'press'])
})

test('a hotkey that cannot be had is told once', async () => {
  const { sut, source, told } = service()
  source.failures = [appError('hotkey', 'Control+Alt+H'), appError('hotkey', 'F9')]
  await sut.bind({ talkKey: 'F9', modeKey: 'Control+Alt+H', panelKey: '' })
  expect(told).toEqual(['hotkey'])
})
