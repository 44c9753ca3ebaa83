import { once } from 'node:events'
import { request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../../src/main/practice/server'
import { eventually } from '../../e2e/support/eventually'
import { connect } from './client'

const running: PracticeServer[] = []
async function start(): Promise<PracticeServer> {
  const server = await startPracticeServer()
  running.push(server)
  return server
}
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())))

const UPGRADE = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' }

/** With the right key, unless told otherwise. */
async function statusOf({ port, token }: PracticeServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const asked = request({ host: '127.0.0.1', port, path, headers: { ...UPGRADE, authorization: `Bearer ${token}`, ...headers } })
  asked.end()
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }]
  response.resume()
  return response.statusCode
}

test.each([
  ['a web page', { origin: 'https://example.com' }],
  ['a page of this computer', { origin: 'http://localhost:3000' }],
  ['a page without an origin to name', { origin: 'null' }],
  ['a name that was turned towards this computer', { host: 'evil.example:80' }],
  ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }],
  ['our name as that of a person', { host: '127.0.0.1:80@evil.example' }],
])('refuses %s before the upgrade, key or not', async (_who, headers) => {
  const server = await start()
  const path = '/v1/realtime?model=practice-echo'
  expect([await statusOf(server, path, headers), await statusOf(server, path, { ...headers, authorization: '' }), server.stats.sessionCount, server.stats.refusedConnects]).toEqual([403, 403, 0, 0])
})

test('is called localhost, too', async () => {
  const client = connect(await start(), { headers: { host: 'LOCALHOST:1' } })
  expect((await client.until('session.created')).type).toBe('session.created')
})

test('serves eight at a time, and the next one as soon as one has left; who has no key takes no place', async () => {
  const server = await start()
  const clients = Array.from({ length: 8 }, () => connect(server))
  await Promise.all(clients.map((client) => client.until('session.created')))
  const [ninth, keyless] = [await statusOf(server, '/v1/realtime?model=practice-echo'), (await connect(server, { token: 'wrong' }).closed).code]
  clients[0]?.socket.close()
  await clients[0]?.closed
  await eventually(() => server.stats.openSessions).toBe(7)
  const next = await connect(server).until('session.created')
  expect([ninth, keyless, next.type]).toEqual([503, 3_000, 'session.created'])
})

test('whoever has no key is not listened to: a large message of theirs ends the connection before it is here', async () => {
  const server = await start()
  const { socket, closed } = connect(server, { token: 'wrong' })
  await once(socket, 'open')
  socket.send(Buffer.alloc(8 * 1_024 * 1_024))
  const { code } = await closed
  expect([1_006, 1_009, 3_000]).toContain(code)
})

test('sockets that say nothing are cut off, and do not keep others out for long', async () => {
  const server = await start()
  const silent = Array.from({ length: 64 }, () => connectTcp(server.port, '127.0.0.1').on('error', () => undefined))
  await Promise.all(silent.map((socket) => once(socket, 'connect')))
  await Promise.all(silent.map((socket) => once(socket.resume(), 'close')))
  expect((await connect(server).until('session.created')).type).toBe('session.created')
}, 20_000)
