import { expect, test } from 'vitest'
import { MicrophoneTrial } from '../../../src/main/sound/microphone-trial'
import { SYSTEM_MICROPHONE } from '../../../src/shared/sound-settings'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { FakeTimers } from '../../fakes/fake-timers'

function trialOnTrace() {
  const port = new FakeAudioPort()
  const timers = new FakeTimers()
  const world = { microphone: SYSTEM_MICROPHONE }
  const trial: MicrophoneTrial = new MicrophoneTrial(port, timers, () => world.microphone, () => port.calls.push(trial.state))
  return { calls: port.calls, timers, world, trial }
}

test('half a minute, then the microphone is closed by itself', () => {
  const { calls, timers, trial } = trialOnTrace()
  trial.set(true)
  timers.pass(29_999)
  const before = trial.state
  timers.pass(1)
  trial.set(false)
  expect([before, calls]).toEqual(['on', ['try', 'on', 'leave', 'off']])
})

test('another choice is tried at once; other settings change nothing; a failure is shown until the next try', () => {
  const { calls, world, trial } = trialOnTrace()
  trial.settingsChanged()
  trial.set(true)
  trial.settingsChanged()
  world.microphone = { ...SYSTEM_MICROPHONE, channel: 2 }
  trial.settingsChanged()
  trial.failed('mic-busy')
  trial.failed('mic-busy')
  trial.set(true)
  expect(calls).toEqual(['try', 'on', 'try', 'mic-busy', 'try', 'on'])
})
