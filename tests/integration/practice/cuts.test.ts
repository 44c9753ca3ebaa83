import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { CutKind } from '../../../src/main/practice/faults/cuts'
import type { Fault } from '../../../src/main/practice/faults/faults'
import { startPracticeServer, type PracticeOptions, type PracticeServer } from '../../support/practice/practice-server'
import { append, COMMIT, CREATE, dig, MANUAL, only, speech, turn, types } from '../../unit/practice/trace'
import { eventually } from '../../e2e/support/app/eventually'
import { connect, type Client } from './client'

const running: PracticeServer[] = []

const start = async (options: PracticeOptions = {}): Promise<PracticeServer> => {
  const server = await startPracticeServer({ pacing: { speed: 5, thinkMs: 10 }, ...options })
  running.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

const ENDS = [
  ['drop', 1_006, undefined, ''],
  ['expire', 1_001, 'session_expired', 'Your session hit the maximum duration of 60 minutes.'],
  ['close-1000', 1_000, undefined, ''],
  ['close-4000-silent', 4_000, undefined, ''],
  ['close-1008', 1_008, 'insufficient_quota', 'insufficient_quota.insufficient_quota'],
  ['close-3000', 3_000, 'invalid_api_key', 'invalid_request_error.invalid_api_key'],
  ['close-4000', 4_000, 'invalid_model', 'invalid_request_error.invalid_model'],
] as const satisfies readonly (readonly [CutKind, number, string | undefined, string])[]

const lastWords = async ({ closed, frames }: Client): Promise<unknown> => {
  const { code, reason } = await closed
  return [code, dig(only(frames, 'error').at(-1), 'error', 'code'), reason]
}

describe('server.cut', () => {
  it.each(ENDS)('%s ends the newest session, and nothing sent later counts', async (kind, code, error, reason) => {
    const server = await start()
    const older = connect(server)
    await older.until('session.created')
    const client = connect(server)
    await client.until('session.created')
    client.send(MANUAL, append(speech(100)))
    await client.until('session.updated')
    await eventually(() => server.sessions[1]?.appendedBytes).toBe(4_800)
    const report = server.cut(kind)
    client.send(append(speech(200)), COMMIT)
    expect([await lastWords(client), report === server.sessions[1], older.socket.readyState]).toEqual([[code, error, reason], true, 1])
    await eventually(() => [report?.appendedBytes, report?.answered.length, report?.cut, report?.closeCode, server.stats.openSessions]).toEqual([4_800, 0, kind, code, 1])
  })

  it('half-open keeps the socket and answers nothing, whatever faults come and go; a later drop ends it', async () => {
    const server = await start()
    const client = connect(server)
    await client.until('session.created')
    let pongs = 0
    client.socket.on('pong', () => pongs++)
    server.cut('half-open')
    server.setFaults([])
    client.socket.ping()
    client.send(MANUAL)
    await delay(150)
    const silent = [pongs, types(client.frames), client.socket.readyState, server.cut('expire')]
    server.cut('drop')
    expect([silent, (await client.closed).code, server.cut('drop')]).toEqual([[0, ['session.created'], 1, null], 1_006, null])
  })
})

const MOMENTS: readonly (readonly [Fault, heardBytes: number, deltas: number])[] = [
  [{ name: 'close-3000-after-appends', value: 2 }, 4_800, 0],
  [{ name: 'close-4000-after-events', value: 4 }, 9_600, 0],
  [{ name: 'expire-on-commit', value: 1 }, 9_600, 0],
  [{ name: 'drop-on-create' }, 9_600, 0],
  [{ name: 'close-3000-mid-answer', value: 1 }, 9_600, 1],
  [{ name: 'expire-mid-answer', value: 2 }, 9_600, 2],
]

describe('cuts by fault', () => {
  it.each(MOMENTS)('%j strikes once at its moment, and the next connect is fine', async (fault, heardBytes, deltas) => {
    const server = await start({ faults: [{ ...fault, times: 1 }], pacing: { speed: 50, thinkMs: 10, chunkMs: 50, burst: 1 } })
    const client = connect(server)
    await client.until('session.created')
    client.send(MANUAL, append(speech(100)), append(speech(100)), COMMIT, CREATE)
    await client.closed
    const again = connect(server)
    await again.until('session.created')
    again.send(...turn(speech(200)))
    await again.until('response.done')
    expect([server.sessions[0]?.appendedBytes, only(client.frames, 'response.output_audio.delta').length]).toEqual([heardBytes, deltas])
  })

  it('on-create comes after the commit was acknowledged, on-commit before', async () => {
    const seen = async (fault: Fault) => {
      const client = connect(await start({ faults: [fault] }))
      await client.until('session.created')
      client.send(...turn(speech(200)))
      await client.closed
      return types(client.frames).includes('input_audio_buffer.committed')
    }
    expect([await seen({ name: 'drop-on-create' }), await seen({ name: 'drop-on-commit' })]).toEqual([true, false])
  })

  it('half-open-on-commit swallows the commit and all that follows', async () => {
    const server = await start({ faults: [{ name: 'half-open-on-commit', times: 1 }] })
    const client = connect(server)
    await client.until('session.created')
    client.send(...turn(speech(200)))
    await client.until('session.updated')
    await delay(150)
    expect([types(client.frames), server.sessions[0]?.answered, server.sessions[0]?.cut, server.stats.openSessions]).toEqual([['session.created', 'session.updated'], [], 'half-open', 0])
  })

  it('after-ms strikes the living, however many dead connections are left', async () => {
    const server = await start()
    const dead = connect(server)
    await dead.until('session.created')
    server.cut('half-open')
    server.setFaults([{ name: 'close-4000-after-ms', value: 60, times: 1 }])
    const client = connect(server)
    expect([(await client.closed).code, server.sessions.map(({ cut }) => cut)]).toEqual([4_000, ['half-open', 'close-4000']])
  })

  it('addFaults leaves the others in force: the next two connects meet HTTP 429', async () => {
    const server = await start({ faults: ['obfuscation'] })
    server.addFaults([{ name: 'http-429', times: 2 }])
    const refused = [await connect(server).closed, await connect(server).closed].map(({ code }) => code)
    const client = connect(server)
    await client.until('session.created')
    client.send(...turn(speech(200)))
    const delta = await client.until('response.output_audio.delta')
    expect([refused, server.stats.refusedHandshakes, typeof delta['obfuscation']]).toEqual([[1_006, 1_006], 2, 'string'])
  })
})

describe('a life of seconds', () => {
  it('ends at the whole second it was told', async () => {
    const server = await start({ lifetimeSeconds: 0.75 })
    const client = connect(server)
    const created = await client.until('session.created')
    const { code } = await client.closed
    const [closed, told] = [Date.now(), Number(dig(created, 'session', 'expires_at'))]
    expect({ code, whole: Number.isInteger(told), early: closed - told * 1_000 <= -20 }).toEqual({ code: 1_001, whole: true, early: false })
  })
})
