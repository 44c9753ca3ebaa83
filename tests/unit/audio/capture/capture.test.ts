import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BUILT_IN, captureOnTrace, settle, USB, USB_WISH, WISH } from '../support/capture-on-trace'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('stays warm after a turn, and really lets the device go when the linger is over', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', WISH)
  const { isLive } = await answer(0)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(4_000)
  capture.acquire('b', WISH)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(4_999)
  const warm = isLive()
  await vi.advanceTimersByTimeAsync(1)
  expect([warm, isLive(), trace]).toEqual([true, false, ['open', 'attach', 'microphone true', 'detach', 'microphone false', 'sleep']])
})

test('released before it was open: the late stream is stopped and nobody hears of it', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', WISH)
  capture.release(0)
  await vi.advanceTimersByTimeAsync(0)
  const { isLive } = await answer(0)
  expect([isLive(), trace]).toEqual([false, ['open', 'sleep']])
})

test('a second turn waits for the same microphone instead of opening it twice, and is the one that hears of a failure', async () => {
  const { trace, capture, refuse } = captureOnTrace()
  capture.acquire('a', WISH)
  capture.release(5_000)
  capture.acquire('b', WISH)
  await refuse(0, 'NotAllowedError')
  expect(trace).toEqual(['open', 'sleep', 'captureFailed b mic-denied'])
})

test('another microphone takes the place of the one that was still opening', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', WISH)
  capture.acquire('b', USB_WISH)
  const [second, first] = [await answer(1), await answer(0)]
  expect([first.isLive(), second.isLive(), trace]).toEqual([false, true, ['open', 'open', 'attach', 'microphone true']])
})

test('a refusal leaves a clean state: the next turn opens again', async () => {
  const { trace, capture, answer, refuse } = captureOnTrace()
  capture.acquire('a', WISH)
  await refuse(0, 'NotFoundError')
  capture.acquire('b', WISH)
  await answer(1)
  expect(trace).toEqual(['open', 'sleep', 'captureFailed a mic-missing', 'open', 'attach', 'microphone true'])
})

test('lost in mid-turn: the next one takes its place, and the turn goes on', async () => {
  const { trace, world, capture, answer, unplug } = captureOnTrace()
  world.best = USB
  capture.acquire('a', USB_WISH)
  const first = await answer(0)
  unplug(USB)
  const second = await answer(1)
  capture.release(5_000)
  expect([first.isLive(), second.isLive(), trace.slice(3)]).toEqual([false, true, [
    'detach', 'microphone false', 'open', 'attach', 'microphone true', 'deviceNews mic-replaced Built-in',
  ]])
})

test('a track that ends is opened again; the same microphone is no news', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', WISH)
  const { end } = await answer(0)
  end()
  await answer(1)
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'open', 'attach', 'microphone true'])
})

test('lost in mid-turn, and there is no other: the turn fails for that reason', async () => {
  const { trace, capture, answer, refuse, unplug } = captureOnTrace()
  capture.acquire('a', WISH)
  await answer(0)
  unplug(BUILT_IN)
  await refuse(1, 'NotFoundError')
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'open', 'detach', 'sleep', 'captureFailed a mic-lost'])
})

test('the key comes up while the next one is opened, in vain: the gate hears that no tail will come', async () => {
  const { trace, capture, answer, refuse, unplug } = captureOnTrace()
  capture.acquire('a', WISH)
  await answer(0)
  unplug(BUILT_IN)
  capture.release(5_000)
  await refuse(1, 'NotFoundError')
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'open', 'detach', 'sleep'])
})

test('lost while it lingers: let go, told which one is next, and no turn has failed', async () => {
  const { trace, world, capture, answer, unplug } = captureOnTrace()
  world.best = USB
  capture.acquire('a', USB_WISH)
  await answer(0)
  capture.release(5_000)
  unplug(USB)
  await vi.runAllTimersAsync()
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'sleep', 'deviceNews mic-replaced Built-in'])
})

test.each(['seen while it lingers', 'seen with the next press'])('a better one that comes back waits until the turn is over: %s', async (when) => {
  const { trace, world, capture, answer, changed } = captureOnTrace()
  capture.acquire('a', USB_WISH)
  await answer(0)
  world.best = USB
  changed()
  const before = trace.length
  capture.release(5_000)
  if (when === 'seen while it lingers') changed()
  capture.acquire('b', USB_WISH)
  await answer(1)
  expect([before, trace.slice(before)]).toEqual([3, ['detach', 'microphone false', 'open', 'attach', 'microphone true']])
})

test('a Bluetooth microphone and a dead one are told', async () => {
  const { trace, world, capture, answer } = captureOnTrace()
  world.bluetooth = BUILT_IN.id
  capture.acquire('a', WISH)
  await answer(0)
  capture.silent()
  capture.release(0)
  capture.silent()
  expect(trace.slice(3)).toEqual(['deviceNews mic-bluetooth Built-in', 'deviceNews mic-silent Built-in'])
})

test.each([['in a turn, which goes on', true], ['while it lingers', false]])('a microphone that gives nothing is opened again when its stand-in comes behind the press: %s', async (_when, inTurn) => {
  const { trace, world, capture, answer, changed } = captureOnTrace()
  capture.acquire('a', WISH)
  await answer(0)
  if (!inTurn) capture.release(5_000)
  world.standIn = 's1'
  changed()
  await answer(1)
  changed()
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'open', 'attach', 'microphone true', 'deviceNews mic-one-channel Built-in'])
})

test('tried out without a turn: closed at once when it is left, kept for a turn that has come meanwhile', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.preview(WISH)
  const first = await answer(0)
  capture.endPreview()
  const left = first.isLive()
  capture.preview(WISH)
  const second = await answer(1)
  capture.acquire('a', WISH)
  capture.endPreview()
  const kept = second.isLive()
  expect([left, kept, trace]).toEqual([false, true, ['open', 'attach', 'microphone true', 'detach', 'microphone false', 'sleep', 'open', 'attach', 'microphone true']])
})

test('a preview that fails is told', async () => {
  const { trace, capture, refuse } = captureOnTrace()
  capture.preview(WISH)
  await refuse(0, 'NotAllowedError')
  expect(trace).toEqual(['open', 'sleep', 'previewFailed mic-denied'])
})

test('a context that does not run is a busy microphone, cold or warm', async () => {
  const { trace, world, capture, answer } = captureOnTrace()
  world.runs = false
  capture.acquire('a', WISH)
  await answer(0)
  world.runs = true
  capture.acquire('b', WISH)
  await answer(1)
  world.runs = false
  capture.acquire('c', WISH)
  await settle()
  expect(trace.filter((word) => word.startsWith('captureFailed'))).toEqual(['captureFailed a mic-busy', 'captureFailed c mic-busy'])
})
