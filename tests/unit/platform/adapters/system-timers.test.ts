import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { systemTimers } from '../../../../src/main/platform/adapters/system-timers'

const WAIT_MS = 20.5

/** How long a timer really took by its own clock. */
const waited = (ms: number) =>
  new Promise<number>((resolve) => {
    const asked = systemTimers.now()
    systemTimers.after(ms, () => resolve(systemTimers.now() - asked))
  })

test('no timer runs early by its own clock, wherever within a millisecond it begins', async () => {
  const started = Array.from({ length: 100 }, (_, i) => delay(i).then(() => waited(WAIT_MS)))
  const early = (await Promise.all(started)).filter((took) => took < WAIT_MS)
  expect(early).toEqual([])
})

test('a timer that is taken back does not run', async () => {
  let ran = false
  systemTimers.after(1, () => (ran = true))()
  await delay(20)
  expect(ran).toBe(false)
})
