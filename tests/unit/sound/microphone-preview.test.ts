import { expect, test } from 'vitest'
import { MicrophonePreview } from '../../../src/main/sound/microphone-preview'
import { SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { FakeTimers } from '../../fakes/fake-timers'

function previewOnTrace() {
  const port = new FakeAudioPort()
  const timers = new FakeTimers()
  const world = { microphone: SYSTEM_MICROPHONE }
  const preview: MicrophonePreview = new MicrophonePreview(port, timers, () => world.microphone, () => port.calls.push(preview.state))
  return { calls: port.calls, timers, world, preview }
}

test('half a minute, then the microphone is closed by itself', () => {
  const { calls, timers, preview } = previewOnTrace()
  preview.set(true)
  timers.pass(29_999)
  const before = preview.state
  timers.pass(1)
  preview.set(false)
  expect([before, calls]).toEqual(['on', ['try', 'on', 'leave', 'off']])
})

test('another choice is tried at once; other settings change nothing; a failure is shown until the next try', () => {
  const { calls, world, preview } = previewOnTrace()
  preview.settingsChanged()
  preview.set(true)
  preview.settingsChanged()
  world.microphone = { ...SYSTEM_MICROPHONE, channel: 2 }
  preview.settingsChanged()
  preview.failed('mic-busy')
  preview.failed('mic-busy')
  preview.set(true)
  expect(calls).toEqual(['try', 'on', 'try', 'mic-busy', 'try', 'on'])
})
