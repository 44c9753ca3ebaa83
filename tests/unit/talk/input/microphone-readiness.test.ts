import { expect, test } from 'vitest'
import { MicrophoneReadiness } from '../../../../src/main/talk/input/microphone-readiness'
import { defaultSettings } from '../../../../src/shared/settings'
import type { KeepReady } from '../../../../src/shared/audio/sound-settings'
import type { TurnPhase } from '../../../../src/shared/view'
import { FakeAudioPort } from '../../../fakes/fake-audio-port'
import { FakeTimers } from '../../../fakes/fake-timers'

function readiness(keepReady: KeepReady) {
  const audio = new FakeAudioPort()
  const timers = new FakeTimers()
  const world = { handsFree: false, settings: { ...defaultSettings('linux'), keepReady } }
  const sut = new MicrophoneReadiness({ audio, timers, settings: () => world.settings, handsFree: () => world.handsFree })
  const live = (...phases: readonly TurnPhase[]) => phases.forEach((phase) => sut.follow(phase))
  return { sut, told: audio.beforehand, timers, world, live }
}

const ASKED = ['opening', 'listening', 'closing', 'thinking', 'speaking', 'idle'] as const

test('off, nothing is kept ready, whatever happens', () => {
  const { sut, told, live } = readiness('off')
  live('idle', ...ASKED)
  sut.leave('locked', true)
  sut.leave('locked', false)
  expect(told).toEqual([])
})

test('after a turn: from the question to 30 s behind its answer', () => {
  const { told, timers, live } = readiness('after-turn')
  live('idle', 'opening', 'listening', 'closing')
  const before = [...told]
  live('thinking', 'speaking')
  timers.pass(60_000)
  live('idle')
  timers.pass(29_999)
  const still = [...told]
  timers.pass(1)
  expect([before, still, told]).toEqual([[], ['ready'], ['ready', 'not ready']])
})

test('after a turn: a typed question, half of a shortcut and a tap are no turn that was spoken', () => {
  const { told, live } = readiness('after-turn')
  live('thinking', 'speaking', 'idle', 'opening', 'listening', 'idle', 'opening', 'listening', 'closing', 'idle')
  expect(told).toEqual([])
})

test('the next question begins the time anew; one that is cancelled does not', () => {
  const { told, timers, live } = readiness('after-turn')
  live(...ASKED)
  timers.pass(20_000)
  live(...ASKED)
  timers.pass(20_000)
  live('opening', 'listening', 'idle')
  timers.pass(9_999)
  const still = [...told]
  timers.pass(1)
  expect([still, told]).toEqual([['ready'], ['ready', 'not ready']])
})

test('always: but not while the machine sleeps or is locked, until it is awake and unlocked, or somebody talks', () => {
  const { sut, told, live } = readiness('always')
  live('idle')
  sut.leave('locked', true)
  sut.leave('asleep', true)
  sut.leave('asleep', false)
  const asleep = [...told]
  sut.leave('locked', false)
  sut.leave('locked', true)
  live('opening')
  expect([asleep, told.slice(2)]).toEqual([['ready', 'not ready'], ['ready', 'not ready', 'ready']])
})

test('always: hands-free, muted means closed; and another microphone in the settings is the one that is kept', () => {
  const { told, world, live } = readiness('always')
  live('idle')
  world.settings = { ...world.settings, microphone: { ...world.settings.microphone, gainControl: false } }
  live('idle', 'idle')
  world.handsFree = true
  live('idle')
  world.handsFree = false
  world.settings = { ...world.settings, keepReady: 'off' }
  live('idle')
  expect(told).toEqual(['ready', 'ready', 'not ready'])
})
