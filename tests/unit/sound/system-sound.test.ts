import { expect, test } from 'vitest'
import { SystemSoundTeller } from '../../../src/main/sound/system-sound'
import type { SystemSound } from '../../../src/shared/ipc/sound'
import { type DevicePreference, SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { FakeTimers } from '../../fakes/fake-timers'

/** A sound system whose answers a test gives, in any order. */
function teller() {
  const timers = new FakeTimers()
  const told: (string | null)[] = []
  const answers: ((microphone: string | Error) => void)[] = []
  const read = () => new Promise<SystemSound>((resolve, reject) => answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve({ microphone: answer, speaker: null, bluetooth: [], oneChannel: [] }))))
  const wish: { now: DevicePreference } = { now: SYSTEM_MICROPHONE }
  const sut = new SystemSoundTeller({ read, stop: () => undefined }, { tellSystem: ({ microphone }) => told.push(microphone) }, timers, (cause) => told.push(String(cause)), () => wish.now)
  return { sut, timers, told, answers, wish }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('several events of one plug are one question, and the page hears at once', async () => {
  const { sut, timers, told, answers } = teller()
  for (let count = 0; count < 5; count += 1) sut.changing()
  const atOnce = [...told]
  timers.pass(1_000)
  answers[0]?.('headset')
  await settled()
  sut.changing()
  sut.stop()
  timers.pass(1_000)
  expect({ atOnce, told, left: [answers.length, timers.waiting] }).toEqual({ atOnce: [null], told: [null, 'headset', 'headset'], left: [1, 0] })
})

test('who changes while the system is asked is asked for a while behind that, not beside it', async () => {
  const { sut, timers, told, answers } = teller()
  sut.changing()
  timers.pass(1_000)
  for (let count = 0; count < 5; count += 1) {
    sut.changing()
    timers.pass(1_000)
  }
  const beside = answers.length
  answers[0]?.('one')
  await settled()
  timers.pass(999)
  const early = answers.length
  timers.pass(1)
  answers[1]?.('two')
  await settled()
  timers.pass(1_000)
  expect({ beside, early, told, left: [answers.length, timers.waiting] }).toEqual({ beside: 1, early: 1, told: [null, 'one', 'two'], left: [2, 0] })
})

test('an answer that is overtaken by a later one is not told', async () => {
  const { sut, told, answers } = teller()
  sut.evaluate()
  sut.evaluate()
  answers[1]?.('new')
  await settled()
  answers[0]?.('old')
  await settled()
  expect(told).toEqual(['new'])
})

test('a question that fails is told, and the next change is asked for as ever', async () => {
  const { sut, timers, told, answers } = teller()
  sut.changing()
  timers.pass(1_000)
  answers[0]?.(new Error('no answer'))
  await settled()
  sut.changing()
  timers.pass(1_000)
  answers[1]?.('headset')
  await settled()
  expect(told).toEqual([null, 'Error: no answer', null, 'headset'])
})

test('another microphone is wished: the system is asked again, for what it takes to open that one; another wish is no reason', async () => {
  const { sut, answers, wish } = teller()
  sut.wishChanged()
  sut.wishChanged()
  wish.now = { followSystem: false, preferred: [{ id: '', label: 'Interface' }] }
  sut.wishChanged()
  sut.wishChanged()
  expect(answers).toHaveLength(2)
})
