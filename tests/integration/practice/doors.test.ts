import { once } from 'node:events'
import { request } from 'node:http'
import { connect as connectTcp } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { eventually } from '../../e2e/support/app/eventually'
import { connect, type Client } from './client'

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

/** Refused after the upgrade, as it has no key; reads, and does not answer the goodbye. */
async function keyless({ port }: PracticeServer): Promise<{ readonly socket: Duplex; readonly closed: Promise<unknown> }> {
  const asked = request({ host: '127.0.0.1', port, path: '/v1/realtime?model=practice-echo', headers: UPGRADE })
  asked.end()
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Duplex]
  socket.on('error', () => undefined)
  return { socket, closed: once(socket.resume(), 'close') }
}

/** The head of a binary message of a client: this long, and nothing of it yet. */
function headOf(bytes: number): Buffer {
  const head = Buffer.alloc(14)
  head.set([0x82, 0x80 | 127])
  head.writeBigUInt64BE(BigInt(bytes), 2)
  return head
}

test('whoever has no key is not listened to: that a large message comes is enough, not a byte of it is waited for', async () => {
  const server = await start()
  const earlier = await keyless(server)
  const large = await keyless(server)
  large.socket.write(headOf(8 * 1_024 * 1_024))
  expect(await Promise.race([large.closed.then(() => 'large'), earlier.closed.then(() => 'earlier')])).toBe('large')
}, 15_000)

test('whoever has no key, and does not answer the goodbye, is let go all the same', async () => {
  const { closed } = await keyless(await start())
  await closed
}, 15_000)

/** Asks for an answer with so much before it, and reads nothing of it. */
async function unread(megabytes: number): Promise<{ readonly server: PracticeServer; readonly client: Client }> {
  const server = await start()
  server.addFaults([{ name: 'flood-text', value: megabytes }])
  const client = connect(server)
  await client.until('session.created')
  client.socket.pause()
  client.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Tell me.' }] } }, { type: 'response.create', response: { output_modalities: ['text'] } })
  return { server, client }
}

test('a client that lets more than 64 MiB pile up unread is let go', async () => {
  const { server, client } = await unread(80)
  await eventually(() => server.stats.openSessions).toBe(0)
  client.socket.terminate()
}, 20_000)

test('one that reads late gets everything', async () => {
  const { server, client } = await unread(40)
  await delay(300)
  const before = server.stats.openSessions
  client.socket.resume()
  expect([before, (await client.until('response.done')).type]).toEqual([1, 'response.done'])
}, 20_000)

test('sockets that say nothing are cut off, and do not keep others out for long', async () => {
  const server = await start()
  const silent = Array.from({ length: 64 }, () => connectTcp(server.port, '127.0.0.1').on('error', () => undefined))
  await Promise.all(silent.map((socket) => once(socket, 'connect')))
  await Promise.all(silent.map((socket) => once(socket.resume(), 'close')))
  expect((await connect(server).until('session.created')).type).toBe('session.created')
}, 20_000)
