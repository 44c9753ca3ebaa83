import { expect, test } from 'vitest'
import { TurnCapture } from '../../../../src/main/talk/input/turn-capture'
import { turnId } from '../../../../src/shared/ids'
import { defaultSettings, type Settings } from '../../../../src/shared/settings'
import { FakeAudioPort } from '../../../fakes/fake-audio-port'
import { FakeTimers } from '../../../fakes/fake-timers'
import { noTrace } from '../../../fakes/fake-world'

const PRE_ROLL = 7_200
const MS = 24
const A = turnId('a')

function captureOnTrace(patch: Partial<Settings> = {}) {
  const audio = new FakeAudioPort()
  const timers = new FakeTimers()
  const world = { handsFree: false, settings: { ...defaultSettings('linux'), ...patch } }
  const sut = new TurnCapture({ audio, timers, trace: noTrace, settings: () => world.settings, handsFree: () => world.handsFree })
  return { sut, told: audio.beforehand, timers, world, verbs: sut.verbs(() => sut.openTurn(A)) }
}

test('a turn begins 300 ms before its key, however late that is told', () => {
  const { told, verbs } = captureOnTrace()
  verbs.prepare(40)
  verbs.press(140)
  verbs.press()
  expect(told).toEqual([`prepare -${String(PRE_ROLL + 40 * MS)}`, `open a -${String(PRE_ROLL + 140 * MS)}`, `open a -${String(PRE_ROLL)}`])
})

test('a press that opens nothing takes back what was prepared for it, and is not taken back twice', () => {
  const { sut, told } = captureOnTrace()
  const verbs = sut.verbs(() => undefined)
  verbs.prepare(0)
  verbs.press(100)
  verbs.press(0)
  expect(told).toEqual([`prepare -${String(PRE_ROLL)}`, 'abandon'])
})

test('hands-free the key mutes: nothing is prepared, and nothing from before is in it', () => {
  const { sut, told, world, verbs } = captureOnTrace()
  verbs.prepare(0)
  world.handsFree = true
  sut.openSegment(A)
  verbs.prepare(0)
  expect(told).toEqual([`prepare -${String(PRE_ROLL)}`, 'abandon', 'open a -0'])
})

const UNCLEANED = { ...defaultSettings('linux').microphone, echoCancellation: false }
const ONE_CHANNEL = { ...defaultSettings('linux').microphone, channel: 2 } as const

test.each([
  ['an answer that plays, with echo cancellation', {}, 'began', PRE_ROLL],
  ['an answer that plays', { microphone: UNCLEANED }, 'began', 0],
  ['one channel alone, which cannot be cleaned', { microphone: ONE_CHANNEL }, 'began', 0],
  ['a sound that is just over', { microphone: UNCLEANED }, 'ended', 0],
  ['a short sound of ours', { microphone: UNCLEANED }, 'brief', 0],
  ['silence', { microphone: UNCLEANED }, null, PRE_ROLL],
] as const)('what we play ourselves is no first word: %s', (_what, patch, sound, back) => {
  const { sut, told, verbs } = captureOnTrace(patch)
  if (sound !== null) sut.ownSound[sound]()
  verbs.press()
  expect(told).toEqual([`open a -${String(back)}`])
})

test('our own sound is over after a while', () => {
  const { sut, told, timers, verbs } = captureOnTrace({ microphone: UNCLEANED })
  sut.earcon('error')
  timers.pass(599)
  verbs.press()
  timers.pass(1)
  verbs.press()
  expect(told).toEqual(['open a -0', `open a -${String(PRE_ROLL)}`])
})
