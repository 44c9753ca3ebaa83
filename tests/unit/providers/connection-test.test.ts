import { beforeEach, expect, test } from 'vitest'
import { ConnectionTest } from '../../../src/main/providers/connection-test'
import { verdictWords } from '../../../src/shared/providers/connection-verdict'
import { appError } from '../../../src/shared/errors/errors'
import { err, ok } from '../../../src/shared/result'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeTransport } from '../../fakes/fake-transport'

let transport: FakeTransport
let timers: FakeTimers
let sut: ConnectionTest
beforeEach(() => {
  transport = new FakeTransport()
  timers = new FakeTimers()
  sut = new ConnectionTest(transport, timers)
})

const TARGET = Promise.resolve(ok({ url: 'wss://example.com/v1/realtime?model=m', headers: {} }))
const turn = () => new Promise((resolve) => setImmediate(resolve))

async function begin() {
  const verdict = sut.run(TARGET)
  await turn()
  return verdict
}

const left = () => ({ closed: transport.sockets.map(({ closed }) => closed), sent: transport.sockets.flatMap(({ sent }) => sent), timers: timers.waiting })

test('a session that begins is enough: nothing is asked, and nothing is left behind', async () => {
  const verdict = begin()
  await turn()
  transport.last.say({ type: 'session.created', session: { id: 'sess_1' } })
  expect({ verdict: await verdict, ...left() }).toEqual({ verdict: 'ok', closed: [true], sent: [], timers: 0 })
})

test('the error before the close says why', async () => {
  const verdict = begin()
  await turn()
  transport.last.say({ type: 'error', error: { type: 'requests', code: 'rate_limit_exceeded', message: 'slow down' } })
  transport.last.drop({ closeCode: 3000 })
  expect({ verdict: await verdict, ...left() }).toEqual({ verdict: 'wrong-key', closed: [true], sent: [], timers: 0 })
})

test('nobody answers for 15 s', async () => {
  const verdict = begin()
  await turn()
  timers.pass(15_000)
  expect({ verdict: await verdict, ...left() }).toEqual({ verdict: 'silent', closed: [true], sent: [], timers: 0 })
})

test('a second test stops the first, and its answer goes nowhere', async () => {
  const first = begin()
  await turn()
  const second = begin()
  await turn()
  transport.sockets[0]?.say({ type: 'session.created', session: { id: 'sess_1' } })
  transport.last.drop({ httpStatus: 403, closeCode: null })
  expect({ first: await first, second: await second, ...left() }).toEqual({ first: 'stopped', second: 'forbidden', closed: [true, true], sent: [], timers: 0 })
})

test('stopped while the keychain is still asked: no socket is made', async () => {
  const verdict = sut.run(turn().then(() => TARGET))
  sut.stop()
  await turn()
  await turn()
  expect({ verdict: await verdict, ...left() }).toEqual({ verdict: 'stopped', closed: [], sent: [], timers: 0 })
})

test('no key at all', async () => {
  expect({ verdict: await sut.run(Promise.resolve(err(appError('no-key')))), ...left() }).toEqual({ verdict: 'no-key', closed: [], sent: [], timers: 0 })
})

test('a key that cannot be sent is a wrong one', async () => {
  expect({ verdict: await sut.run(Promise.resolve(err(appError('auth')))), ...left() }).toEqual({ verdict: 'wrong-key', closed: [], sent: [], timers: 0 })
})

test('a key too long to be sent: no server has refused it, and none is asked', async () => {
  const verdict = await sut.run(Promise.resolve(err(appError('secret-long'))))
  expect({ verdict, ...left() }).toEqual({ verdict: 'long-key', closed: [], sent: [], timers: 0 })
  expect(verdictWords(verdict, { kind: 'openai' })).toContain('longer than any API key')
})
