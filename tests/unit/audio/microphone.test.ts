import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorName, isPluggedIn, openMicrophone } from '../../../src/renderer/src/audio/microphone'
import { fakeStream } from './support/fake-stream'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const CHOICE = { id: 'old', label: 'USB headset' }
const input = (deviceId: string, label: string) => ({ kind: 'audioinput', deviceId, label }) as MediaDeviceInfo

/** Devices by id; asking for another is refused as Chromium does it: a name, and no message. */
function fakeMedia(entries: readonly MediaDeviceInfo[]) {
  const asked: unknown[] = []
  const getUserMedia = (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
    const wish = Object(constraints?.audio).deviceId?.exact ?? 'default'
    asked.push(wish)
    const there = wish === 'default' || entries.some(({ deviceId }) => deviceId === wish)
    return there ? Promise.resolve(fakeStream().stream) : Promise.reject(new DOMException('', 'OverconstrainedError'))
  }
  return { asked, media: { getUserMedia, enumerateDevices: () => Promise.resolve([...entries]) } }
}

test('no choice asks for the system microphone', async () => {
  const { asked, media } = fakeMedia([])
  await openMicrophone(null, media)
  expect(asked).toEqual(['default'])
})

test('a rotated id is found again by its label', async () => {
  const { asked, media } = fakeMedia([input('new', 'USB headset')])
  await openMicrophone(CHOICE, media)
  expect(asked).toEqual(['old', 'new'])
})

test('a microphone that is gone fails with the name Chromium gave', async () => {
  const { asked, media } = fakeMedia([input('b1', 'Built-in')])
  const failure = await openMicrophone(CHOICE, media).catch((error: unknown) => error)
  expect([asked, failure]).toEqual([['old'], expect.objectContaining({ name: 'OverconstrainedError' })])
})

test('a microphone that delivers at last is waited for', async () => {
  const { stream, stats } = fakeStream({ totalFrames: 0 })
  setTimeout(() => { stats.totalFrames = 480 }, 19)
  const { media } = fakeMedia([])
  const began = Date.now()
  const opened = openMicrophone(null, { ...media, getUserMedia: () => Promise.resolve(stream) }).then(() => Date.now() - began)
  await vi.runAllTimersAsync()
  expect(await opened).toBe(20)
})

test('a microphone that never delivers is refused and let go', async () => {
  const { stream, isLive } = fakeStream({ totalFrames: 0 })
  const { media } = fakeMedia([])
  const opened = openMicrophone(null, { ...media, getUserMedia: () => Promise.resolve(stream) }).catch(errorName)
  await vi.runAllTimersAsync()
  expect([await opened, isLive()]).toEqual(['NotReadableError', false])
})

test.each([
  ['is there', CHOICE, [input('old', 'USB headset')], true],
  ['is there under another id', CHOICE, [input('new', 'USB headset')], true],
  ['is not there', CHOICE, [input('b1', 'Built-in')], false],
  ['of the system is any', null, [input('b1', 'Built-in')], true],
  ['of the system is none', null, [], false],
  ['has a withheld name', CHOICE, [input('', '')], true],
])('the microphone %s', async (_what, choice, entries, plugged) => {
  expect(await isPluggedIn(choice, fakeMedia(entries).media)).toBe(plugged)
})
