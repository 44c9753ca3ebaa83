import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Capture } from '../../../src/renderer/src/audio/capture'
import { fakeStream } from './support/fake-stream'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const USB = { id: 'u1', label: 'USB headset' }
const settle = () => vi.advanceTimersByTimeAsync(0)

/** A capture whose world answers when told to, and whose every effect is one word in the trace. */
function captureOnTrace() {
  const trace: string[] = []
  const opening: { readonly resolve: (stream: MediaStream) => void; readonly reject: (error: unknown) => void }[] = []
  const world = { runs: true, pluggedIn: true }
  const ear = {
    run: () => Promise.resolve(world.runs),
    attach: () => void trace.push('attach'),
    detach: () => void trace.push('detach'),
    sleep: () => void trace.push('sleep'),
  }
  const microphones = {
    open: () => {
      trace.push('open')
      return new Promise<MediaStream>((resolve, reject) => void opening.push({ resolve, reject }))
    },
    isPluggedIn: () => Promise.resolve(world.pluggedIn),
  }
  const capture = new Capture(ear, microphones, (report) => void trace.push(Object.values(report).map(String).join(' ')))
  const answer = async (at: number) => {
    const fake = fakeStream()
    opening[at]?.resolve(fake.stream)
    await settle()
    return fake
  }
  const refuse = async (at: number, name: string) => {
    opening[at]?.reject(new DOMException('', name))
    await settle()
  }
  return { trace, world, capture, answer, refuse }
}

test('stays warm after a turn, and really lets the device go when the linger is over', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  const { isLive } = await answer(0)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(4_000)
  capture.acquire('b', null)
  capture.release(5_000)
  await vi.advanceTimersByTimeAsync(4_999)
  const warm = isLive()
  await vi.advanceTimersByTimeAsync(1)
  expect([warm, isLive(), trace]).toEqual([true, false, ['open', 'attach', 'microphone true', 'detach', 'microphone false', 'sleep']])
})

test('released before it was open: the late stream is stopped and nobody hears of it', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  capture.release(0)
  await vi.advanceTimersByTimeAsync(0)
  const { isLive } = await answer(0)
  expect([isLive(), trace]).toEqual([false, ['open', 'sleep']])
})

test('a second turn waits for the same microphone instead of opening it twice, and is the one that hears of a failure', async () => {
  const { trace, capture, refuse } = captureOnTrace()
  capture.acquire('a', null)
  capture.release(5_000)
  capture.acquire('b', null)
  await refuse(0, 'NotAllowedError')
  expect(trace).toEqual(['open', 'sleep', 'captureFailed b mic-denied'])
})

test('another microphone takes the place of the one that was still opening', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  capture.acquire('b', USB)
  const [second, first] = [await answer(1), await answer(0)]
  expect([first.isLive(), second.isLive(), trace]).toEqual([false, true, ['open', 'open', 'attach', 'microphone true']])
})

test('a refusal leaves a clean state: the next turn opens again', async () => {
  const { trace, capture, answer, refuse } = captureOnTrace()
  capture.acquire('a', null)
  await refuse(0, 'NotFoundError')
  capture.acquire('b', null)
  await answer(1)
  expect(trace).toEqual(['open', 'sleep', 'captureFailed a mic-missing', 'open', 'attach', 'microphone true'])
})

test('lost in mid-turn', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  const { end } = await answer(0)
  end()
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'sleep', 'captureFailed a mic-lost'])
})

test('lost while it lingers: the gate is told by the detached input, and no turn has failed', async () => {
  const { trace, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  const { end } = await answer(0)
  capture.release(5_000)
  end()
  await vi.runAllTimersAsync()
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'sleep'])
})

test('a device that is gone although its track lives on', async () => {
  const { trace, world, capture, answer } = captureOnTrace()
  capture.acquire('a', null)
  await answer(0)
  await capture.devicesChanged()
  world.pluggedIn = false
  await capture.devicesChanged()
  expect(trace.slice(3)).toEqual(['detach', 'microphone false', 'sleep', 'captureFailed a mic-lost'])
})

test('a context that does not run is a busy microphone, cold or warm', async () => {
  const { trace, world, capture, answer } = captureOnTrace()
  world.runs = false
  capture.acquire('a', null)
  await answer(0)
  world.runs = true
  capture.acquire('b', null)
  await answer(1)
  world.runs = false
  capture.acquire('c', null)
  await settle()
  expect(trace.filter((word) => word.startsWith('captureFailed'))).toEqual(['captureFailed a mic-busy', 'captureFailed c mic-busy'])
})
