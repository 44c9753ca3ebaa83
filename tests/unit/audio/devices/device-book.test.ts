import { expect, test, vi } from 'vitest'
import { DeviceBook } from '../../../../src/renderer/src/audio/devices/device-book'

const microphone = (label: string) => ({ kind: 'audioinput', deviceId: label, label, groupId: '' }) as MediaDeviceInfo

test('when the system tells something, the book looks who is there: Chromium may not have told', async () => {
  let plugged = [microphone('Desk'), microphone('USB')]
  const book = new DeviceBook({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  await book.refresh()
  const follower = vi.fn()
  book.lists.subscribe(follower)
  plugged = [microphone('Desk')]
  book.learn({ microphone: null, speaker: null, bluetooth: [], oneChannel: [] })
  await Promise.resolve()
  expect([follower.mock.calls.length, book.lists.get().microphones.map(({ label }) => label)]).toEqual([1, ['Desk']])
})

const INTERFACE = [{ label: 'Interface', standIn: 'Interface (one channel)' }]

test('a microphone with a stand-in is one microphone, under its own name, of one channel, also while nobody has told which the system uses', async () => {
  const plugged = ['Desk', 'Interface', 'Interface (one channel)'].map(microphone)
  const book = new DeviceBook({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  book.learn({ microphone: 'Interface', speaker: null, bluetooth: [], oneChannel: INTERFACE })
  await book.refresh()
  const { microphones, systemMicrophone } = book.lists.get()
  expect({ microphones: microphones.map(({ label, channels, oneChannel }) => [label, channels, oneChannel]), system: systemMicrophone?.label, opened: [null, 'Interface', 'Desk', 'gone'].map((id) => book.standIn(id)) }).toEqual({
    microphones: [['Desk', 1, false], ['Interface', 1, true]],
    system: 'Interface',
    opened: ['Interface (one channel)', 'Interface (one channel)', null, null],
  })
})

test('a stand-in that comes behind its microphone changes the lists: who listens must open it', async () => {
  let plugged = [microphone('Interface')]
  const book = new DeviceBook({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  book.learn({ microphone: null, speaker: null, bluetooth: [], oneChannel: INTERFACE })
  await book.refresh()
  const follower = vi.fn()
  book.lists.subscribe(follower)
  const before = book.standIn('Interface')
  plugged = [microphone('Interface'), microphone('Interface (one channel)')]
  await book.refresh()
  expect([before, book.standIn('Interface'), follower.mock.calls.length]).toEqual([null, 'Interface (one channel)', 1])
})
