import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Capture } from '../../../../src/renderer/src/audio/capture/capture'
import { BUILT_IN, captureOnTrace, settle, USB, USB_WISH, WISH } from '../support/capture-on-trace'
import { fakeStream } from '../support/fake-stream'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('opened with the key, and used by the turn: once', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.prepare(WISH)
  await answer(0)
  capture.acquire('a', WISH)
  await settle()
  expect(trace).toEqual(['open', 'attach', 'microphone true'])
})

test.each(['open', 'still opening', 'warm from the turn before'])('half of a shortcut: what it opened closes at once, without a linger: %s', async (state) => {
  const { trace, capture, answer } = captureOnTrace()
  if (state.startsWith('warm')) {
    capture.acquire('a', WISH)
    capture.release(5_000)
  }
  capture.prepare(WISH)
  const early = state === 'still opening' ? null : await answer(0)
  capture.abandon()
  const held = early?.isLive() ?? false
  const { isLive } = early ?? (await answer(0))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([held, isLive(), trace.at(-1), trace.filter((word) => word === 'open').length]).toEqual([false, false, 'sleep', 1])
})

test('a key that turns out to be none takes no microphone from a turn, and none from a preview', async () => {
  const { capture, answer } = captureOnTrace()
  capture.acquire('a', WISH)
  const { isLive } = await answer(0)
  capture.prepare(WISH)
  capture.abandon()
  const inTurn = isLive()
  capture.release(0)
  await vi.advanceTimersByTimeAsync(0)
  capture.preview(WISH)
  const previewed = await answer(1)
  capture.prepare(WISH)
  capture.abandon()
  expect([inTurn, isLive(), previewed.isLive()]).toEqual([true, false, true])
})

test('one that cannot be opened before the turn is no news; with the turn it is', async () => {
  const { trace, capture, refuse } = captureOnTrace()
  capture.prepare(WISH)
  await refuse(0, 'NotAllowedError')
  const before = [...trace]
  capture.acquire('a', WISH)
  await refuse(1, 'NotAllowedError')
  expect([before, trace.slice(2)]).toEqual([['open', 'sleep'], ['open', 'sleep', 'captureFailed a mic-denied']])
})

test('a Bluetooth microphone waits for the turn, and is never kept ready', async () => {
  const { trace, world, capture, answer } = captureOnTrace()
  world.bluetooth = BUILT_IN.id
  capture.keepReady(WISH)
  capture.prepare(WISH)
  const before = [...trace]
  capture.acquire('a', WISH)
  const { isLive } = await answer(0)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(5_000)
  expect([before, isLive()]).toEqual([[], false])
})

test('kept ready it stays open between turns, and closes when it is not any more', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.keepReady(WISH)
  const { isLive } = await answer(0)
  capture.acquire('a', WISH)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(60_000)
  capture.abandon()
  const ready = isLive()
  capture.keepReady(null)
  expect([ready, isLive(), trace]).toEqual([true, false, ['open', 'attach', 'microphone true', 'detach', 'microphone false', 'sleep']])
})

test('pulled while it is ready: the next one is kept ready, and one that comes when there was none', async () => {
  const { trace, world, capture, answer, refuse, unplug } = captureOnTrace()
  world.best = USB
  capture.keepReady(USB_WISH)
  await answer(0)
  unplug(USB)
  await answer(1)
  unplug(BUILT_IN)
  await refuse(2, 'NotFoundError')
  capture.devicesChanged()
  const { isLive } = await answer(3)
  expect([isLive(), trace.filter((word) => word.startsWith('capture') || word.startsWith('deviceNews'))]).toEqual([true, ['deviceNews mic-replaced Built-in']])
})

test('a microphone that was given up before it delivered is let go before it does', async () => {
  const { sink, microphones, arrive } = slowMicrophone()
  const capture = new Capture(sink, microphones, () => {})
  capture.prepare(WISH)
  const { isLive } = arrive()
  capture.abandon()
  expect(isLive()).toBe(false)
})

/** It has been opened, and gives no sample yet. */
function slowMicrophone() {
  let arrived: (stream: MediaStream) => void = () => {}
  const sink = { run: () => Promise.resolve(true), attach: () => {}, flows: () => {}, detach: () => {}, show: () => {}, sleep: () => {} }
  const microphones = {
    open: (_wish: unknown, _gone: unknown, tell: typeof arrived) => {
      arrived = tell
      return new Promise<never>(() => {})
    },
    refresh: () => Promise.resolve(),
    best: () => BUILT_IN,
    has: () => true,
    standIn: () => null,
    isBluetooth: () => false,
    isSlow: () => false,
    watch: () => () => {},
  }
  const arrive = () => {
    const fake = fakeStream()
    arrived(fake.stream)
    return fake
  }
  return { sink, microphones, arrive }
}
