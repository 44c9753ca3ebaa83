import { expect, test } from 'vitest'
import { Speaker } from '../../../src/renderer/src/audio/speaker'

const USB = { id: 'u1', label: 'USB headset' }
const output = ({ id, label }: typeof USB) => ({ kind: 'audiooutput', deviceId: id, label }) as MediaDeviceInfo

function speakerOnTrace() {
  const trace: string[] = []
  const world = { devices: [USB], refuses: false }
  const sink = {
    sinkId: '' as string | { readonly type: 'none' },
    suspend: () => Promise.resolve(void trace.push('suspend')),
    setSinkId: (id: string | { readonly type: 'none' }) => {
      if (world.refuses && id !== '') return Promise.reject(new DOMException('', 'AbortError'))
      sink.sinkId = id
      trace.push(typeof id === 'string' ? `sink ${id}` : 'nowhere')
      return Promise.resolve()
    },
  }
  const media = { enumerateDevices: () => Promise.resolve(world.devices.map(output)) }
  return { trace, world, speaker: new Speaker(sink, media, () => trace.push('failed')) }
}

test('a rotated id is found by its label, and the system speaker needs no looking up', async () => {
  const { trace, speaker } = speakerOnTrace()
  await speaker.use({ id: 'old', label: 'USB headset' })
  await speaker.use(null)
  expect(trace).toEqual(['sink u1', 'sink '])
})

test('unplugged: told once, the system speaker meanwhile, and back when it is back', async () => {
  const { trace, world, speaker } = speakerOnTrace()
  await speaker.use(USB)
  world.devices = []
  await speaker.apply()
  await speaker.apply()
  world.devices = [USB]
  await speaker.apply()
  expect(trace).toEqual(['sink u1', 'failed', 'sink ', 'sink u1'])
})

test('a device that refuses is a failure, told again for a new choice', async () => {
  const { trace, world, speaker } = speakerOnTrace()
  world.refuses = true
  await speaker.use(USB)
  await speaker.use(USB)
  expect(trace).toEqual(['failed', 'failed'])
})

test('of two choices in a row the later one counts', async () => {
  const { trace, speaker } = speakerOnTrace()
  await Promise.all([speaker.use({ id: 'x', label: 'gone' }), speaker.use(USB)])
  expect(trace).toEqual(['sink u1'])
})

test('a device that broke is told once, and reached again by way of nowhere when it is needed', async () => {
  const { trace, speaker } = speakerOnTrace()
  await speaker.use(USB)
  speaker.broke()
  speaker.broke()
  await speaker.retry()
  await speaker.retry()
  expect(trace).toEqual(['sink u1', 'failed', 'suspend', 'nowhere', 'sink u1'])
})
