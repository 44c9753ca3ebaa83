import { unknownServer } from '../../../../src/main/providers/core/known-server'
import { expect, test } from 'vitest'
import { sessionUpdate } from '../../../../src/main/talk/core/realtime/client-event'
import { sessionConfig, turnDetectionUpdate } from '../../../../src/main/talk/core/realtime/session-config'
import { SessionNames } from '../../../../src/main/talk/session/names/session-names'
import { Handover } from '../../../../src/main/talk/session/handover'
import { ok } from '../../../../src/shared/result'
import { defaultSettings } from '../../../../src/shared/settings'
import { FakeTimers } from '../../../fakes/fake-timers'
import { FakeTransport } from '../../../fakes/fake-transport'
import { noTrace, silentLogger } from '../../../fakes/fake-world'

const HOUR = 3_600
const MINUTE_MS = 60_000

function aHandover() {
  const timers = new FakeTimers()
  const transport = new FakeTransport()
  const world = { quiet: true, cutsNothing: true, ready: true }
  const taken: { readonly atMinute: number; readonly expiresAt: number | null }[] = []
  const sut: Handover = new Handover({
    transport,
    server: unknownServer,
    timers,
    wallClock: () => timers.now(),
    logger: silentLogger,
    trace: noTrace,
    configurer: {
      configEvent: (mode) => sessionUpdate(sessionConfig(defaultSettings('linux'), mode)),
      turnDetectionEvent: (mode) => sessionUpdate(turnDetectionUpdate(mode, defaultSettings('linux').vad)),
    },
    newNames: () => new SessionNames(() => 'own'),
    target: async () => ok({ url: 'ws://test/', headers: {} }),
    isReady: () => world.ready,
    quiet: () => world.quiet,
    cutsNothing: () => world.cutsNothing,
    act: (work) => work(),
    takeOver: ({ expiresAt }) => void taken.push({ atMinute: timers.now() / MINUTE_MS, expiresAt }),
  })
  sut.sessionBegan(HOUR, 0)
  return { timers, transport, world, taken, sut }
}

const answer = (transport: FakeTransport) => {
  transport.last.say({ type: 'session.created', session: { expires_at: 2 * HOUR } })
  transport.last.say({ type: 'session.updated', session: {} })
}

async function prepared() {
  const all = aHandover()
  all.timers.pass(50 * MINUTE_MS)
  await Promise.resolve()
  await Promise.resolve()
  return all
}

test('nothing is made before the last ten minutes', () => {
  const { timers, transport } = aHandover()
  timers.pass(50 * MINUTE_MS - 1)
  expect(transport.sockets).toEqual([])
})

test('in a quiet moment it takes over as soon as it is configured', async () => {
  const { transport, taken } = await prepared()
  answer(transport)
  expect({ taken, sent: transport.last.sent.map(({ type }) => type) }).toEqual({ taken: [{ atMinute: 50, expiresAt: 2 * HOUR }], sent: ['session.update'] })
})

test('while somebody talks it waits for the first quiet moment', async () => {
  const { timers, transport, world, taken, sut } = await prepared()
  world.quiet = false
  answer(transport)
  timers.pass(3 * MINUTE_MS)
  sut.evaluate()
  world.quiet = true
  sut.evaluate()
  expect(taken.map(({ atMinute }) => atMinute)).toEqual([53])
})

test('a minute before the end it takes over in the middle of a turn, but cuts no answer', async () => {
  const { timers, transport, world, taken, sut } = await prepared()
  world.quiet = false
  world.cutsNothing = false
  answer(transport)
  timers.pass(9.5 * MINUTE_MS)
  sut.evaluate()
  world.cutsNothing = true
  sut.evaluate()
  expect(taken.map(({ atMinute }) => atMinute)).toEqual([59.5])
})

test('a next session that cannot be made is tried again half a minute later', async () => {
  const { timers, transport } = await prepared()
  transport.last.drop({ httpStatus: 503, closeCode: null })
  timers.pass(30_000)
  await Promise.resolve()
  await Promise.resolve()
  expect(transport.sockets).toHaveLength(2)
})

test('one that died while it waited is made again', async () => {
  const { timers, transport, world, taken, sut } = await prepared()
  world.quiet = false
  answer(transport)
  transport.last.drop()
  world.quiet = true
  sut.evaluate()
  timers.pass(30_000)
  await Promise.resolve()
  await Promise.resolve()
  answer(transport)
  expect({ taken: taken.length, sockets: transport.sockets.length }).toEqual({ taken: 1, sockets: 2 })
})

test('when the running session goes, what was prepared goes with it', async () => {
  const { timers, transport, taken, sut, world } = await prepared()
  world.quiet = false
  answer(transport)
  sut.stop()
  world.quiet = true
  sut.evaluate()
  timers.pass(60 * MINUTE_MS)
  expect({ taken, closed: transport.last.closed, sockets: transport.sockets.length }).toEqual({ taken: [], closed: true, sockets: 1 })
})

const refusal = (code: string) => ({ type: 'error', error: { type: 'invalid_request_error', code, message: 'no', event_id: '' } })

test('a next session that begins in two events is asked once, and an error it then belies means nothing', async () => {
  const { timers, transport, taken } = await prepared()
  transport.last.say({ type: 'session.created', session: { expires_at: 2 * HOUR } })
  transport.last.say({ type: 'conversation.created', conversation: {} })
  transport.last.say(refusal('invalid_value'))
  timers.pass(100)
  transport.last.say({ type: 'session.updated', session: {} })
  expect({ taken: taken.map(({ expiresAt }) => expiresAt), sent: transport.last.sent.length }).toEqual({ taken: [2 * HOUR], sent: 1 })
})

test('a refusal without an answer behind it ends a next session, a fatal one at once', async () => {
  const { timers, transport } = await prepared()
  transport.last.say({ type: 'conversation.created', conversation: {} })
  transport.last.say(refusal('invalid_value'))
  timers.pass(299)
  const early = transport.last.closed
  timers.pass(1)
  const late = transport.last.closed
  timers.pass(30_000)
  await Promise.resolve()
  await Promise.resolve()
  transport.last.say({ type: 'session.created', session: {} })
  transport.last.say(refusal('insufficient_quota'))
  expect([early, late, transport.sockets.map(({ closed }) => closed)]).toEqual([false, true, [true, true]])
})

test('settings that change while the next session waits reach it before it takes over, and it waits for the answer', async () => {
  const { transport, taken, sut, world } = await prepared()
  world.quiet = false
  answer(transport)
  sut.reconfigure()
  world.quiet = true
  sut.evaluate()
  const early = taken.length
  transport.last.say({ type: 'session.updated', session: {} })
  expect({ early, taken: taken.length, sent: transport.last.sent.map(({ type }) => type) }).toEqual({ early: 0, taken: 1, sent: ['session.update', 'session.update'] })
})

test('one that refuses the change, or does not answer it, is not taken', async () => {
  const { timers, transport, taken, sut, world } = await prepared()
  world.quiet = false
  answer(transport)
  sut.reconfigure()
  transport.last.say(refusal('invalid_value'))
  timers.pass(300)
  const refused = transport.last.closed
  timers.pass(30_000)
  await Promise.resolve()
  await Promise.resolve()
  answer(transport)
  sut.reconfigure()
  timers.pass(10_000)
  world.quiet = true
  sut.evaluate()
  expect({ refused, closed: transport.sockets.map(({ closed }) => closed), taken }).toEqual({ refused: true, closed: [true, true], taken: [] })
})

test('an end three seconds away, again and again, makes a session in half a minute at most', async () => {
  const { timers, transport, taken, sut } = aHandover()
  sut.sessionBegan(3, 0)
  for (let second = 0; second < 180; second += 1) {
    timers.pass(1_000)
    await Promise.resolve()
    await Promise.resolve()
    if (transport.sockets.length === taken.length) continue
    transport.last.say({ type: 'session.created', session: { expires_at: timers.now() / 1_000 + 3 } })
    transport.last.say({ type: 'session.updated', session: {} })
  }
  expect(taken.length).toBe(6)
})

test('a clock that is an hour ahead of the server changes nothing: its handshake says what time it is', async () => {
  const { timers, transport, taken, sut } = aHandover()
  timers.pass(60 * MINUTE_MS)
  sut.sessionBegan(HOUR, -60 * MINUTE_MS)
  timers.pass(50 * MINUTE_MS)
  await Promise.resolve()
  await Promise.resolve()
  transport.last.listener.opened(50 * MINUTE_MS)
  answer(transport)
  timers.pass(59 * MINUTE_MS)
  expect({ taken: taken.map(({ atMinute }) => atMinute), sockets: transport.sockets.length }).toEqual({ taken: [110], sockets: 1 })
})
