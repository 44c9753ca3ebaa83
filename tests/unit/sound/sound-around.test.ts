import { expect, test } from 'vitest'
import type { SoundServerListener } from '../../../src/main/sound/core/ports'
import { createSoundAround } from '../../../src/main/sound/sound-around'
import { SYSTEM_MICROPHONE } from '../../../src/shared/audio/sound-settings'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { fakeSoundSystem } from '../../fakes/fake-sound-system'
import { FakeTimers } from '../../fakes/fake-timers'
import { silentLogger } from '../../fakes/fake-world'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a sound server that is there only later is asked again as soon as it tells something', async () => {
  const [audio, timers] = [new FakeAudioPort(), new FakeTimers()]
  const did: string[] = []
  let there = false
  let tell: SoundServerListener | null = null
  const sut = createSoundAround({
    ...fakeSoundSystem,
    audio,
    timers,
    logger: silentLogger,
    ducking: { ...fakeSoundSystem.ducking, possible: () => Promise.resolve(there), restore: () => Promise.resolve(void did.push('restore')) },
    soundEvents: {
      listen: (listener) => {
        tell = listener
        return () => void did.push('left')
      },
    },
    lowerOthers: () => true,
    microphone: () => SYSTEM_MICROPHONE,
    changed: () => did.push(`can ${String(sut.canLowerOthers)}`),
  })
  const hear = (run: (listener: SoundServerListener) => void) => (tell === null ? did.push('nobody listens') : run(tell))
  sut.start()
  await settled()
  there = true
  hear((listener) => listener.devicesChanged())
  await settled()
  hear((listener) => listener.devicesChanged())
  timers.pass(1_000)
  await settled()
  await sut.stop()
  expect({ did, told: audio.calls }).toEqual({ did: ['can false', 'can true', 'restore', 'left'], told: ['system', 'system'] })
})
