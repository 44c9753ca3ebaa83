import { expect, test } from 'vitest'
import { PracticeHost } from '../../../../src/main/practice/server/host'
import type { PracticeServer } from '../../../../src/main/practice/server/server'
import { FakeTimers } from '../../../fakes/fake-timers'

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Servers that are only counted: how many were begun, how many run, how many talk. */
function world(refuses = 0) {
  const [now, timers] = [{ begun: 0, running: 0, talking: 0, refuses }, new FakeTimers()]
  const server = (number: number): PracticeServer => ({
    url: `ws://127.0.0.1:${String(number)}/v1/realtime`, port: number, token: `t${String(number)}`,
    get stats() {
      return { sessionCount: 0, openSessions: now.talking, activeResponses: 0, refusedHandshakes: 0, refusedConnects: 0 }
    },
    setFaults: () => undefined, addFaults: () => undefined, addScript: () => undefined, cut: () => null,
    close: () => {
      now.running -= 1
      return Promise.resolve()
    },
  })
  const sut = new PracticeHost(() => {
    if (now.refuses > 0) {
      now.refuses -= 1
      return Promise.reject(new Error('no port'))
    }
    now.begun += 1
    now.running += 1
    return Promise.resolve(server(now.begun))
  }, timers)
  const pass = async (ms: number) => {
    timers.pass(ms)
    await settled()
  }
  return { sut, now, pass }
}

test('nobody asks: it does not run; many ask at once: it runs once', async () => {
  const { sut, now } = world()
  sut.chosen(true)
  const before = now.begun
  const found = await Promise.all([sut.address(), sut.address()])
  expect([before, now.begun, found[0], found[1]]).toEqual([0, 1, found[1], { url: 'ws://127.0.0.1:1/v1/realtime', token: 't1' }])
})

test('chosen it stays, however long nobody talks', async () => {
  const { sut, now, pass } = world()
  sut.chosen(true)
  await sut.address()
  await pass(3_600_000)
  expect(now.running).toBe(1)
})

test('another server is chosen: it ends when nobody talks any more, and the next one who asks gets a new one', async () => {
  const { sut, now, pass } = world()
  sut.chosen(true)
  await sut.address()
  now.talking = 1
  sut.chosen(false)
  await pass(60_000)
  const whileTalking = now.running
  now.talking = 0
  await pass(10_000)
  expect([whileTalking, now.running, (await sut.address()).token]).toEqual([1, 0, 't2'])
})

test('only tried, never chosen: it is there until the trial has had time to connect', async () => {
  const { sut, now, pass } = world()
  await sut.address()
  await pass(4_000)
  await sut.address()
  await pass(4_000)
  const early = now.running
  await pass(4_000)
  expect([early, now.running]).toEqual([1, 0])
})

test('where it cannot begin, whoever asks next may have more luck', async () => {
  const { sut, now } = world(1)
  await expect(sut.address()).rejects.toThrow('no port')
  expect([(await sut.address()).token, now.running]).toEqual(['t1', 1])
})

test('the end is the end, also of one that is just beginning', async () => {
  const { sut, now } = world()
  const begun = sut.address()
  await sut.close()
  await begun
  await expect(sut.address()).rejects.toThrow()
  expect(now.running).toBe(0)
})
