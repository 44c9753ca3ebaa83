import { describe, expect, it } from 'vitest'
import { connectionStep, OFFLINE, type ConnectionInput, type ConnectionState } from '../../../../../src/main/talk/core/connection/machine'
import { connectionView } from '../../../../../src/main/talk/core/connection/projection'
import { appError } from '../../../../../src/shared/errors/errors'

const NETWORK = appError('network')
const lost = (generation: number): ConnectionInput => ({ type: 'closed', generation, error: NETWORK, retryable: true, random: 1 })
const refused = (generation: number): ConnectionInput => ({ type: 'closed', generation, error: appError('auth'), retryable: false, random: 1 })

const run = (start: ConnectionState, ...inputs: readonly ConnectionInput[]) =>
  inputs.reduce<{ state: ConnectionState; commands: readonly string[] }>(
    ({ state, commands }, input) => {
      const next = connectionStep(state, input)
      return { state: next.state, commands: [...commands, ...next.commands.map(({ type }) => type)] }
    },
    { state: start, commands: [] },
  )

const READY: ConnectionState = { name: 'ready', generation: 1, attempt: 1 }
const STATES: readonly ConnectionState[] = [
  OFFLINE,
  { name: 'connecting', generation: 1, attempt: 1 },
  { name: 'configuring', generation: 1, attempt: 1 },
  READY,
  { name: 'waiting', generation: 1, attempt: 2, delayMs: 700, error: NETWORK },
  { name: 'asleep', generation: 1 },
  { name: 'failed', generation: 1, error: appError('auth'), exhausted: false },
]

describe('the connection machine', () => {
  it('comes from offline to ready', () => {
    const trace = run(
      OFFLINE,
      { type: 'connect' },
      { type: 'opened', generation: 1 },
      { type: 'sessionCreated', generation: 1 },
      { type: 'sessionUpdated', generation: 1 },
    )
    expect(trace).toEqual({
      state: READY,
      commands: ['startTimer', 'openSocket', 'startTimer', 'configure', 'startTimer', 'announceReady'],
    })
  })

  it('waits, then tries again with a new socket', () => {
    expect(run(READY, lost(1), { type: 'expired', stage: 'waiting' })).toEqual({
      state: { name: 'connecting', generation: 2, attempt: 2 },
      commands: ['startTimer', 'announceLost', 'startTimer', 'openSocket'],
    })
  })

  it('never tries again after a refusal', () => {
    expect(connectionStep(READY, refused(1))).toEqual({
      state: { name: 'failed', generation: 1, error: { tag: 'auth' }, exhausted: false },
      commands: [{ type: 'stopTimer' }, { type: 'announceFailed', error: { tag: 'auth' }, exhausted: false }],
    })
  })

  it('gives up after eight attempts', () => {
    const tries = Array.from({ length: 8 }, (_, index): readonly ConnectionInput[] => [lost(index + 1), { type: 'expired', stage: 'waiting' }])
    const { state, commands } = run(OFFLINE, { type: 'connect' }, ...tries.flat())
    expect([state, commands.filter((type) => type === 'openSocket').length]).toEqual([{ name: 'failed', generation: 8, error: NETWORK, exhausted: true }, 8])
  })

  it('starts the count again after a minute of health', () => {
    const trace = run({ ...READY, attempt: 7 }, { type: 'expired', stage: 'ready' }, lost(1))
    expect(trace.state).toEqual({ name: 'waiting', generation: 1, attempt: 1, delayMs: 500, error: NETWORK })
  })

  it('goes on counting when it breaks again at once', () => {
    expect(run({ ...READY, attempt: 7 }, lost(1)).state).toEqual({ name: 'waiting', generation: 1, attempt: 8, delayMs: 8_000, error: NETWORK })
  })

  it('closes the socket that gives no answer', () => {
    expect(run({ name: 'configuring', generation: 1, attempt: 1 }, { type: 'expired', stage: 'configuring' })).toEqual({
      state: { name: 'waiting', generation: 1, attempt: 2, delayMs: 1_000, error: { tag: 'network', detail: 'no answer while configuring' } },
      commands: ['closeSocket', 'startTimer'],
    })
  })

  it('does not wait when the person asks, and starts the series again', () => {
    const failed: ConnectionState = { name: 'failed', generation: 9, error: NETWORK, exhausted: true }
    const waiting: ConnectionState = { name: 'waiting', generation: 9, attempt: 6, delayMs: 8_000, error: NETWORK }
    const next: ConnectionState = { name: 'connecting', generation: 10, attempt: 1 }
    expect([run(failed, { type: 'retryNow' }).state, run(waiting, { type: 'retryNow' }).state]).toEqual([next, next])
  })

  it('closes a socket that counts as dead, and waits before the next', () => {
    expect(run(READY, { type: 'dead', error: NETWORK, random: 0.5 })).toEqual({
      state: { name: 'waiting', generation: 1, attempt: 2, delayMs: 500, error: NETWORK },
      commands: ['closeSocket', 'startTimer', 'announceLost'],
    })
  })

  it('sleeps only when it is ready, and wakes at a wish', () => {
    const slept = STATES.map((state) => run(state, { type: 'sleep' }).state.name)
    expect(slept).toEqual(['offline', 'connecting', 'configuring', 'asleep', 'waiting', 'asleep', 'failed'])
    expect(run(READY, { type: 'sleep' }, { type: 'connect' })).toEqual({
      state: { name: 'connecting', generation: 2, attempt: 1 },
      commands: ['stopTimer', 'closeSocket', 'startTimer', 'openSocket'],
    })
  })

  it('tries again when the network is back, but never what a server refused', () => {
    const next = STATES.map((state) => run(state, { type: 'networkBack' }).state.name)
    expect(next).toEqual(['offline', 'connecting', 'configuring', 'ready', 'connecting', 'asleep', 'failed'])
    const exhausted: ConnectionState = { name: 'failed', generation: 9, error: NETWORK, exhausted: true }
    expect(run(exhausted, { type: 'networkBack' }).state).toEqual({ name: 'connecting', generation: 10, attempt: 1 })
  })

  it('takes over a session made beside it, only while it is ready', () => {
    const next = STATES.map((state) => run(state, { type: 'adopted', generation: 5 }).state)
    expect(next).toEqual(STATES.map((state) => (state.name === 'ready' ? { name: 'ready', generation: 5, attempt: 0 } : state)))
  })

  it('disconnects from everywhere, and keeps counting sockets', () => {
    const states = STATES.map((state) => run(state, { type: 'disconnect' }).state)
    expect(states).toEqual(STATES.map(({ generation }) => ({ name: 'offline', generation })))
  })

  it('ignores every fact of an older socket and every bound of another state', () => {
    const stale: readonly ConnectionInput[] = [
      { type: 'opened', generation: 7 },
      { type: 'sessionCreated', generation: 7 },
      { type: 'sessionUpdated', generation: 7 },
      lost(7),
      refused(7),
    ]
    const moved = STATES.flatMap((state) => {
      const bounds = (['connecting', 'configuring', 'ready', 'waiting'] as const).filter((stage) => stage !== state.name)
      const inputs = [...stale, ...bounds.map((stage): ConnectionInput => ({ type: 'expired', stage }))]
      return inputs.filter((input) => connectionStep(state, input).state !== state)
    })
    expect(moved).toEqual([])
  })

  it('announces a loss only after it announced ready', () => {
    const quiet = STATES.slice(1, 3).flatMap((state) => connectionStep(state, lost(1)).commands.map(({ type }) => type))
    expect(quiet).toEqual(['startTimer', 'startTimer'])
  })

  it('shows itself', () => {
    expect(STATES.map(connectionView)).toEqual([
      { state: 'offline' },
      { state: 'connecting' },
      { state: 'connecting' },
      { state: 'ready' },
      { state: 'waiting', delayMs: 700, attempt: 2, reason: 'network' },
      { state: 'asleep' },
      { state: 'failed', reason: 'auth' },
    ])
  })
})
