import { expect, test } from 'vitest'
import { SystemSoundTeller } from '../../../src/main/services/system-sound'
import type { SystemSound } from '../../../src/shared/ipc/contract'
import { FakeTimers } from '../../fakes/fake-timers'

/** A sound system whose answers a test gives, in any order. */
function teller() {
  const timers = new FakeTimers()
  const told: (string | null)[] = []
  const answers: ((microphone: string) => void)[] = []
  const read = () => new Promise<SystemSound>((resolve) => answers.push((microphone) => resolve({ microphone, speaker: null, bluetooth: [] })))
  const sut = new SystemSoundTeller({ read }, { tellSystem: ({ microphone }) => told.push(microphone) }, timers)
  return { sut, timers, told, answers }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('several events of one plug are one question', () => {
  const { sut, timers, answers } = teller()
  for (let count = 0; count < 5; count += 1) sut.changing()
  timers.pass(1_000)
  const first = answers.length
  sut.changing()
  timers.pass(1_000)
  sut.changing()
  sut.stop()
  timers.pass(1_000)
  expect([first, answers.length, timers.waiting]).toEqual([1, 2, 0])
})

test('an answer that is overtaken by a later one is not told', async () => {
  const { sut, told, answers } = teller()
  sut.look()
  sut.look()
  answers[1]?.('new')
  await settled()
  answers[0]?.('old')
  await settled()
  expect(told).toEqual(['new'])
})
