import { expect, test, vi } from 'vitest'
import { DeviceBook } from '../../../src/renderer/src/audio/device-book'

const microphone = (label: string) => ({ kind: 'audioinput', deviceId: label, label, groupId: '' }) as MediaDeviceInfo

test('when the system tells something, the book looks who is there: Chromium may not have told', async () => {
  let plugged = [microphone('Desk'), microphone('USB')]
  const book = new DeviceBook({ enumerateDevices: () => Promise.resolve(plugged), addEventListener: () => undefined })
  await book.refresh()
  const follower = vi.fn()
  book.follow(follower)
  plugged = [microphone('Desk')]
  book.learn({ microphone: null, speaker: null, bluetooth: [] })
  await Promise.resolve()
  expect([follower.mock.calls.length, book.lists.microphones.map(({ label }) => label)]).toEqual([1, ['Desk']])
})
