import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PidBook } from '../../../../../src/main/mcp/adapters/process/pid-book'
import { Sessions } from '../../../../../src/main/mcp/adapters/process/sessions'
import type { FromProcess } from '../../../../../src/main/mcp/core/messages'

/** The process of the servers as it ships, with its own patience; only the way to a server and the place to sign in at are the test's. */
const way = vi.hoisted(() => ({ ours: null as unknown }))
vi.mock('../../../../../src/main/mcp/adapters/process/open-transport', () => ({ openTransport: () => Promise.resolve(way.ours) }))
vi.mock('../../../../../src/main/mcp/adapters/process/sign-in/authority', () => ({
  findAuthority: () => Promise.resolve({ metadata: { issuer: 'https://a.example', authorization_endpoint: 'https://a.example/authorize', token_endpoint: 'https://a.example/token', response_types_supported: ['code'], code_challenge_methods_supported: ['S256'] }, fetch, resource: null, scope: undefined }),
}))

const SECOND = 1_000
const MINUTE = 60 * SECOND
const [SERVER, ROUND] = ['s1', 1]
const ANSWERS: Readonly<Record<string, object>> = {
  'initialize': { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } },
  'tools/list': { tools: [{ name: 'slow', inputSchema: { type: 'object' } }] },
}

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
afterEach(() => { vi.useRealTimers() })

/** Sockets and promises have their turns; no time passes. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await turn()
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await settled()
}

function process() {
  const posted: FromProcess[] = []
  const sessions = new Sessions({ version: '1', book: new PidBook(join(tmpdir(), 'parley-bounds', 'pids')), post: (message) => posted.push(message), ended: () => undefined })
  const of = <Type extends FromProcess['type']>(type: Type) => posted.filter((message): message is Extract<FromProcess, { readonly type: Type }> => message.type === type)
  return { sessions, of }
}

/** A server with a call that it never answers. */
async function called() {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const got: JSONRPCMessage[] = []
  theirs.onmessage = (message) => {
    got.push(message)
    const answer = 'method' in message ? ANSWERS[message.method] : undefined
    if (answer !== undefined && 'id' in message && message.id !== undefined) void theirs.send({ jsonrpc: '2.0', id: message.id, result: { ...answer } })
  }
  await theirs.start()
  way.ours = ours
  const world = process()
  world.sessions.heard({ type: 'connect', server: SERVER, round: ROUND, entryHash: 'h', reach: { kind: 'stdio', command: 'none', args: [], cwd: null, env: {} }, era: 'legacy', credentials: null })
  await settled()
  world.sessions.heard({ type: 'call', server: SERVER, round: ROUND, call: 'c1', tool: 'slow', arguments: {} })
  await settled()
  const token = got.flatMap((message) => ('method' in message && message.method === 'tools/call' ? [message.params?._meta?.progressToken] : []))[0] ?? 'none'
  return {
    ...world,
    results: () => world.of('result').map(({ result }) => (result.kind === 'failed' ? result.reason : result.kind)),
    progress: (progress: number) => theirs.send({ jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: token, progress } }),
    ask: () => theirs.send({ jsonrpc: '2.0', id: 'q1', method: 'elicitation/create', params: { message: 'Who is it for?', requestedSchema: { type: 'object', properties: { name: { type: 'string' } } } } }),
    answers: () => got.flatMap((message) => ('result' in message && message.id === 'q1' ? [message.result] : [])),
  }
}

test('a call without a sign of life ends after a minute', async () => {
  const { results } = await called()
  await pass(MINUTE - SECOND)
  const before = results()
  await pass(2 * SECOND)
  expect([before, results()]).toEqual([[], ['too-long']])
})

test('a call that goes on and on ends after ten minutes, and not sooner', async () => {
  const { results, progress } = await called()
  for (let seconds = 30; seconds < 600; seconds += 30) {
    await pass(30 * SECOND)
    await progress(seconds)
    await settled()
  }
  await pass(29 * SECOND)
  const before = results()
  await pass(2 * SECOND)
  expect([before, results()]).toEqual([[], ['too-long']])
})

test('a question of a server is declined after a minute, and meanwhile its call lives', async () => {
  const { ask, answers, of, results } = await called()
  await pass(50 * SECOND)
  await ask()
  await settled()
  await pass(MINUTE - SECOND)
  const before = [of('question').length, of('withdrawn').length, answers().length]
  await pass(2 * SECOND)
  expect([before, of('withdrawn').length, answers(), results()]).toEqual([[1, 0, 0], 1, [{ action: 'decline' }], []])
})

test('a sign-in that nobody comes back from ends after five minutes', async () => {
  const { sessions, of } = process()
  sessions.heard({ type: 'sign-in', server: SERVER, signIn: 'i1', url: 'https://mcp.example/', clientId: 'parley' })
  await vi.waitFor(() => expect(of('sign-in-page')).toHaveLength(1))
  await pass(5 * MINUTE - SECOND)
  const before = of('not-signed-in').length
  await pass(2 * SECOND)
  expect([before, of('not-signed-in').map(({ reason }) => reason)]).toEqual([0, ['Nobody signed in within five minutes.']])
})
