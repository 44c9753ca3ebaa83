import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isPluggedIn, openMicrophone } from '../../../src/renderer/src/audio/microphone'
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

test.each([
  ['delivers at last', 20, 20],
  ['never delivers', Infinity, 3_000],
])('a microphone that %s is waited for, with a bound', async (_what, deliversAfterMs, openAfterMs) => {
  const { stream, stats } = fakeStream({ totalFrames: 0 })
  if (Number.isFinite(deliversAfterMs)) setTimeout(() => { stats.totalFrames = 480 }, deliversAfterMs - 1)
  const { media } = fakeMedia([])
  const began = Date.now()
  const opened = openMicrophone(null, { ...media, getUserMedia: () => Promise.resolve(stream) }).then(() => Date.now() - began)
  await vi.runAllTimersAsync()
  expect(await opened).toBe(openAfterMs)
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
