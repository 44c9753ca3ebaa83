import { expect, test } from 'vitest'
import { HotkeyService } from '../../../src/main/services/hotkey-service'
import { appError } from '../../../src/shared/errors'
import type { TurnPhase } from '../../../src/shared/view'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeHotkeys } from '../../fakes/fake-world'

function service() {
  const timers = new FakeTimers()
  const source = new FakeHotkeys()
  const verbs: string[] = []
  const told: string[] = []
  let phase: TurnPhase = 'idle'
  const sut = new HotkeyService(
    source,
    {
      press: () => verbs.push('press'),
      release: () => verbs.push('release'),
      cancel: () => verbs.push('cancel'),
      switchMode: () => verbs.push('mode'),
      phase: () => phase,
    },
    timers,
    (error) => told.push(error.tag),
  )
  const { listener } = source
  if (listener === null) throw new Error('the service does not listen')
  return { sut, timers, source, verbs, told, listener, setPhase: (next: TurnPhase) => void (phase = next) }
}

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

test('a lost hook lets go of the key at once', () => {
  const { verbs, listener, timers } = service()
  listener.talkKey('down')
  listener.lost()
  timers.pass(1_000)
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
  await sut.bind('F9', 'Control+Alt+H')
  expect(told).toEqual(['hotkey'])
})
