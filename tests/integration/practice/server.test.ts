import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { startPracticeServer, type PracticeOptions, type PracticeServer } from '../../support/practice/practice-server'
import { append, audioOf, COMMIT, CREATE, dig, MANUAL, speech, turn, types } from '../../unit/practice/trace'
import { eventually } from '../../e2e/support/app/eventually'
import { connect } from './client'

const running: PracticeServer[] = []

const start = async (options: PracticeOptions = {}): Promise<PracticeServer> => {
  const server = await startPracticeServer({ pacing: { speed: 50, thinkMs: 10 }, ...options })
  running.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

const statusOf = async (server: PracticeServer, path: string): Promise<number | undefined> => {
  const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' }
  const asked = request({ host: '127.0.0.1', port: server.port, path, headers: { ...headers, authorization: `Bearer ${server.token}` } })
  asked.end()
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }]
  response.resume()
  return response.statusCode
}

describe('the connect (checklist 1–3)', () => {
  it.each([
    ['a bad key', { token: 'wrong' }, 'invalid_api_key', 3_000],
    ['no key', { headers: { authorization: '' } }, 'invalid_api_key', 3_000],
    ['no model', { query: '' }, 'missing_model', 4_000],
    ['an unknown model', { query: '?model=gpt-4o-realtime-preview' }, 'invalid_model', 4_000],
    ['the beta header', { headers: { 'OpenAI-Beta': 'realtime=v1' } }, 'beta_api_shape_disabled', 4_000],
    ['the beta header among others', { headers: { 'OpenAI-Beta': 'assistants=v2, realtime=v1' } }, 'beta_api_shape_disabled', 4_000],
    ['the beta subprotocol', { protocols: ['realtime', 'openai-insecure-api-key.sesame', 'openai-beta.realtime-v1'] }, 'beta_api_shape_disabled', 4_000],
  ])('is accepted and then refused for %s', async (_name, options, code, closeCode) => {
    const server = await start()
    const client = connect(server, options)
    const closed = await client.closed
    expect([types(client.frames), dig(client.frames[0], 'error', 'code'), closed, server.stats.refusedConnects]).toEqual([
      ['error'],
      code,
      { code: closeCode, reason: `invalid_request_error.${code}` },
      1,
    ])
  })

  it('tells the beta in the service’s own words', async () => {
    const client = connect(await start(), { headers: { 'OpenAI-Beta': 'realtime=v1' } })
    await client.closed
    expect(dig(client.frames[0], 'error')).toEqual({
      type: 'invalid_request_error',
      code: 'beta_api_shape_disabled',
      message: 'The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.',
      param: null,
      event_id: null,
    })
  })

  it.each([
    ['a gpt-realtime model', { query: '?model=gpt-realtime-2.1' }],
    ['the browser’s subprotocol', { protocols: ['realtime', 'openai-insecure-api-key.sesame'] }],
    ['a header for another beta', { headers: { 'OpenAI-Beta': 'assistants=v2' } }],
    ['the api-key header', { headers: { authorization: '', 'api-key': 'sesame' } }],
  ])('takes %s', async (_name, options) => {
    const client = connect(await start({ token: 'sesame' }), options)
    expect((await client.until('session.created')).type).toBe('session.created')
  })

  it('knows one path only, and is no web server', async () => {
    const server = await start()
    const plain = await fetch(server.url.replace('ws:', 'http:'))
    expect([await statusOf(server, '/v1/other?model=practice-echo'), plain.status]).toEqual([404, 426])
  })

  it('makes up a new key for every server, and listens on loopback only', async () => {
    const [one, two] = [await start(), await start()]
    expect([one.token === two.token, one.token.length > 20, new URL(one.url).hostname]).toEqual([false, true, '127.0.0.1'])
  })
})

describe('a turn over the socket', () => {
  it('comes back sample for sample, and the report shows what happened', async () => {
    const server = await start({ pacing: { speed: 50, thinkMs: 300 } })
    const client = connect(server)
    await client.until('session.created')
    client.send(MANUAL, append(speech(300)), append(speech(200)), COMMIT, CREATE)
    const createdOne = await client.until('response.created')
    const activeThen = server.stats.activeResponses
    await client.until('response.done')
    const said = Buffer.concat([speech(300), speech(200)])
    const [report] = server.sessions
    expect([createdOne.type, activeThen, audioOf(client.frames).equals(said), report?.committedAudio[0]?.equals(said), report?.receivedTypes, report?.received[1], server.stats]).toEqual([
      'response.created',
      1,
      true,
      true,
      ['session.update', 'input_audio_buffer.append', 'input_audio_buffer.append', 'input_audio_buffer.commit', 'response.create'],
      { type: 'input_audio_buffer.append', audio: 14_400 },
      { sessionCount: 1, openSessions: 1, activeResponses: 0, refusedHandshakes: 0, refusedConnects: 0 },
    ])
  })

  it('tells its owner when a session ends', async () => {
    const ended: string[] = []
    const server = await start({ onSession: (report) => ended.push(`${report.model} ${String(report.closeCode)}`) })
    const client = connect(server)
    await client.until('session.created')
    client.socket.close(1_000)
    await client.closed
    await eventually(() => ended).toEqual(['practice-echo 1000'])
  })

  it('answers a binary frame and goes on', async () => {
    const client = connect(await start())
    await client.until('session.created')
    client.socket.send(Buffer.from([1, 2, 3]))
    const error = await client.until('error')
    client.send(MANUAL)
    expect([dig(error, 'error', 'code'), (await client.until('session.updated')).type]).toEqual(['invalid_event', 'session.updated'])
  })

  it('pings with four bytes', async () => {
    const client = connect(await start({ pingMs: 20 }))
    const [payload] = (await once(client.socket, 'ping')) as [Buffer]
    expect(payload.byteLength).toBe(4)
  })
})

describe('faults of the connection (checklist 19, 20)', () => {
  it.each([
    ['http-403', 403],
    ['http-429', 429],
    ['http-503', 503],
  ] as const)('%s refuses before the 101, as often as told', async (name, status) => {
    const server = await start({ faults: [{ name, times: 1 }] })
    const refused = await statusOf(server, '/v1/realtime?model=practice-echo')
    const client = connect(server)
    expect([refused, (await client.until('session.created')).type, server.stats.refusedHandshakes]).toEqual([status, 'session.created', 1])
  })

  it('quota-on-connect is an error and close 1008', async () => {
    const client = connect(await start({ faults: ['quota-on-connect'] }))
    expect([await client.closed, dig(client.frames[0], 'error', 'code')]).toEqual([{ code: 1_008, reason: 'insufficient_quota.insufficient_quota' }, 'insufficient_quota'])
  })

  it('slow-handshake and slow-session-created keep the client waiting, and lose nothing', async () => {
    const server = await start({ faults: [{ name: 'slow-handshake', value: 80 }, { name: 'slow-session-created', value: 80 }] })
    const before = performance.now()
    const client = connect(server)
    await once(client.socket, 'open')
    const openedMs = performance.now() - before
    client.send(MANUAL)
    await client.until('session.updated')
    expect([openedMs >= 75, performance.now() - before >= 150, types(client.frames)]).toEqual([true, true, ['session.created', 'session.updated']])
  })

  it('half-open answers nothing, not even pings, until the fault is gone', async () => {
    const server = await start()
    const client = connect(server)
    await client.until('session.created')
    let pongs = 0
    client.socket.on('pong', () => pongs++)
    client.socket.ping()
    await eventually(() => pongs).toBe(1)
    server.setFaults(['half-open'])
    await delay(30)
    client.socket.ping()
    client.send(MANUAL)
    await delay(150)
    const silent = [pongs, types(client.frames), client.socket.readyState]
    server.setFaults([])
    await client.until('session.updated')
    expect(silent).toEqual([1, ['session.created'], 1])
  })

  it('half-open after N ms lets the first events through', async () => {
    const client = connect(await start({ faults: [{ name: 'half-open', value: 3_000 }] }))
    await client.until('session.created')
    client.send(MANUAL)
    await client.until('session.updated')
    await delay(3_100)
    client.send(MANUAL)
    await delay(80)
    expect(types(client.frames)).toEqual(['session.created', 'session.updated'])
  })

  it.each([
    ['drop-after-ms', { name: 'drop-after-ms', value: 50, times: 1 }],
    ['drop-after-appends', { name: 'drop-after-appends', value: 1, times: 1 }],
    ['drop-on-commit', { name: 'drop-on-commit', times: 1 }],
    ['drop-mid-answer', { name: 'drop-mid-answer', value: 2, times: 1 }],
  ] as const)('%s cuts TCP, and the next connect is fine', async (_name, fault) => {
    const server = await start({ faults: [fault], pacing: { speed: 5, thinkMs: 10 } })
    const client = connect(server)
    await client.until('session.created')
    client.send(...turn(speech(1_000)))
    const { code } = await client.closed
    const again = connect(server)
    await again.until('session.created')
    again.send(...turn(speech(200)))
    await again.until('response.done')
    expect([code, audioOf(client.frames).byteLength / 48]).toEqual([1_006, fault.name === 'drop-mid-answer' ? 400 : expect.any(Number)])
  })

  it('a short life ends with session_expired and close 1001', async () => {
    const client = connect(await start({ lifetimeSeconds: 0.1 }))
    const closed = await client.closed
    expect([types(client.frames), dig(client.frames[1], 'error', 'code'), closed.code]).toEqual([['session.created', 'error'], 'session_expired', 1_001])
  })

  it('expire-after-ms does the same at run time', async () => {
    const server = await start()
    const client = connect(server)
    await client.until('session.created')
    server.setFaults([{ name: 'expire-after-ms', value: 0 }])
    expect([(await client.closed).code, dig(client.frames.at(-1), 'error', 'code')]).toEqual([1_001, 'session_expired'])
  })

  it('closing the server says goodbye to every client', async () => {
    const server = await start()
    const client = connect(server)
    await client.until('session.created')
    await server.close()
    expect((await client.closed).code).toBe(1_001)
  })
})
