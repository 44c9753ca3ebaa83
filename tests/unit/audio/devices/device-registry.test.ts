import { expect, test, vi } from 'vitest'
import { DeviceRegistry } from '../../../../src/renderer/src/audio/devices/device-registry'

const microphone = (label: string) => ({ kind: 'audioinput', deviceId: label, label, groupId: '' }) as MediaDeviceInfo

test('when the system tells something, the registry looks who is there: Chromium may not have told', async () => {
  let plugged = [microphone('Desk'), microphone('USB')]
  const registry = new DeviceRegistry({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  await registry.refresh()
  const follower = vi.fn()
  registry.lists.subscribe(follower)
  plugged = [microphone('Desk')]
  registry.setSystem({ microphone: null, speaker: null, bluetooth: [], oneChannel: [] })
  await Promise.resolve()
  expect([follower.mock.calls.length, registry.lists.get().microphones.map(({ label }) => label)]).toEqual([1, ['Desk']])
})

const INTERFACE = [{ label: 'Interface', standIn: 'Interface (one channel)' }]

test('a microphone with a stand-in is one microphone, under its own name, of one channel, also while nobody has told which the system uses', async () => {
  const plugged = ['Desk', 'Interface', 'Interface (one channel)'].map(microphone)
  const registry = new DeviceRegistry({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  registry.setSystem({ microphone: 'Interface', speaker: null, bluetooth: [], oneChannel: INTERFACE })
  await registry.refresh()
  const { microphones, systemMicrophone } = registry.lists.get()
  expect({ microphones: microphones.map(({ label, channels, oneChannel }) => [label, channels, oneChannel]), system: systemMicrophone?.label, opened: [null, 'Interface', 'Desk', 'gone'].map((id) => registry.standIn(id)) }).toEqual({
    microphones: [['Desk', 1, false], ['Interface', 1, true]],
    system: 'Interface',
    opened: ['Interface (one channel)', 'Interface (one channel)', null, null],
  })
})

test('a stand-in that comes behind its microphone changes the lists: who listens must open it', async () => {
  let plugged = [microphone('Interface')]
  const registry = new DeviceRegistry({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  registry.setSystem({ microphone: null, speaker: null, bluetooth: [], oneChannel: INTERFACE })
  await registry.refresh()
  const follower = vi.fn()
  registry.lists.subscribe(follower)
  const before = registry.standIn('Interface')
  plugged = [microphone('Interface'), microphone('Interface (one channel)')]
  await registry.refresh()
  expect([before, registry.standIn('Interface'), follower.mock.calls.length]).toEqual([null, 'Interface (one channel)', 1])
})
