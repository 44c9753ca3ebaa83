import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ContextSleep } from '../../../src/renderer/src/audio/context-sleep'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const QUIET_MS = 10_000

function sleepOnTrace(resumes: () => Promise<void> = () => Promise.resolve()) {
  const trace: string[] = []
  const context = {
    state: 'running',
    isRunning: () => context.state === 'running',
    resume: async () => {
      trace.push('resume')
      await resumes()
      context.state = 'running'
    },
    suspend: () => {
      trace.push('suspend')
      context.state = 'suspended'
      return Promise.resolve()
    },
  }
  return { trace, context, sleep: new ContextSleep(context, QUIET_MS, () => trace.push('stuck')) }
}

test('falls asleep when nothing needs it, and wakes for audio', async () => {
  const { trace, context, sleep } = sleepOnTrace()
  await vi.advanceTimersByTimeAsync(QUIET_MS)
  const asleep = context.state
  sleep.need('audio')
  await vi.advanceTimersByTimeAsync(60 * QUIET_MS)
  expect([asleep, context.state, trace]).toEqual(['suspended', 'running', ['suspend', 'resume']])
})

test('sleeps only when the last need is done, and later by every short sound', async () => {
  const { trace, sleep } = sleepOnTrace()
  sleep.need('turn')
  sleep.need('audio')
  sleep.done('turn')
  await vi.advanceTimersByTimeAsync(QUIET_MS)
  sleep.done('audio')
  await vi.advanceTimersByTimeAsync(QUIET_MS - 1)
  sleep.wake()
  await vi.advanceTimersByTimeAsync(QUIET_MS - 1)
  const before = [...trace]
  await vi.advanceTimersByTimeAsync(1)
  expect([before, trace]).toEqual([[], ['suspend']])
})

test('a context left suspended by a change of device is resumed, unless it is meant to sleep', async () => {
  const { trace, context, sleep } = sleepOnTrace()
  context.state = 'suspended'
  sleep.check()
  await vi.advanceTimersByTimeAsync(QUIET_MS)
  sleep.check()
  expect(trace).toEqual(['resume', 'suspend'])
})

test('a device that does not start is told, once the bound is over', async () => {
  const { trace, context, sleep } = sleepOnTrace(() => new Promise(() => undefined))
  context.state = 'suspended'
  sleep.need('audio')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(trace).toEqual(['resume', 'stuck'])
})
