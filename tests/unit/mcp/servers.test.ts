import { expect, test } from 'vitest'
import { config, listed, mcpWorld, settled } from './world'

const LOCKED = 'It has not been confirmed, or a value that it needs is missing. Look at it in Settings.'

test('while no server is on no process is; what an earlier run left is ended all the same', async () => {
  const { process, left, phases } = await mcpWorld([config('a', { on: false })])
  expect([process.starts, left.reaps, phases()]).toEqual([0, 1, ['off']])
})

test('a server is started when it is switched on, and closed when it is off; with the last one the process ends', async () => {
  const { process, enter, phases } = await mcpWorld([config('a'), config('b')])
  expect(process.of('connect').map(({ server, era }) => [server, era])).toEqual([['a', null], ['b', null]])
  enter(config('a', { on: false }), config('b'))
  expect([process.of('close').map(({ server }) => server), phases()]).toEqual([['a'], ['off', 'connecting']])
  enter()
  await settled()
  expect([process.isRunning, process.of('end').length]).toEqual([false, 1])
})

test('with another command it is another server: it is closed and started anew; with another label it is not', async () => {
  const { process, enter } = await mcpWorld([config('a')])
  enter(config('a', { label: 'renamed' }))
  expect(process.of('connect')).toHaveLength(1)
  enter(config('a', { reach: { kind: 'stdio', command: 'other', args: [], cwd: null, env: [] } }))
  await settled()
  expect(process.of('connect').map(({ reach }) => (reach.kind === 'stdio' ? reach.command : ''))).toEqual(['server', 'other'])
})

test('what an entry names comes from the keychain; without it nothing is started', async () => {
  const http = config('h', { reach: { kind: 'http', url: 'https://example.org/mcp', headers: ['X-Key'] } })
  const stdio = config('s', { reach: { kind: 'stdio', command: 'server', args: [], cwd: null, env: ['A', 'B'] } })
  const { process, servers } = await mcpWorld([http, stdio], {}, { 'X-Key': 'secret', A: 'first' })
  expect(process.of('connect').map(({ reach }) => reach)).toEqual([{ kind: 'http', url: 'https://example.org/mcp', headers: { 'X-Key': 'secret' } }])
  expect(servers.states[1]).toMatchObject({ phase: 'failed', reason: LOCKED })
})

test('without a yes nothing starts, and a no switches it off; with it, it does', async () => {
  const { process, servers, enter } = await mcpWorld([config('a')], { mcpConfirmed: [] })
  expect([process.of('connect'), servers.states[0]?.phase]).toEqual([[], 'off'])
  enter(config('a'))
  await settled()
  expect([process.of('connect').length, servers.states[0]?.phase]).toEqual([1, 'connecting'])
})

test('a server that ends is tried again, each time later, and in the end not any more; the person may', async () => {
  const { process, timers, phases, servers, roundOf } = await mcpWorld([config('a')])
  const starts: number[] = []
  for (const pause of [1_000, 2_000, 5_000, 15_000, 60_000]) {
    process.says({ type: 'gone', server: 'a', round: roundOf('a'), reason: 'The server stopped.', retry: true })
    timers.pass(pause - 1)
    await settled()
    starts.push(process.of('connect').length)
    timers.pass(1)
    await settled()
    starts.push(process.of('connect').length)
  }
  process.says({ type: 'gone', server: 'a', round: roundOf('a'), reason: 'The server stopped.', retry: true })
  expect([starts, phases()]).toEqual([[1, 2, 2, 3, 3, 4, 4, 5, 5, 6], ['failed']])
  servers.restart('a')
  await settled()
  expect([process.of('connect').length, phases()]).toEqual([7, ['connecting']])
})

test('what cannot work is not tried again', async () => {
  const { process, timers, servers, roundOf } = await mcpWorld([config('a')])
  process.says({ type: 'gone', server: 'a', round: roundOf('a'), reason: 'Its address is not valid. It should look like https://example.com/mcp.', retry: false })
  timers.pass(600_000)
  await settled()
  expect([process.of('connect').length, servers.states[0]?.phase, servers.states[0]?.reason]).toEqual([1, 'failed', 'Its address is not valid. It should look like https://example.com/mcp.'])
})

test('a process that crashes is started again behind what it left, with each server in it', async () => {
  const { process, left, timers, phases, ready } = await mcpWorld([config('a'), config('b')])
  ready('a')
  process.dies(1)
  expect(phases()).toEqual(['starting', 'starting'])
  timers.pass(1_000)
  await settled()
  expect([process.starts, left.reaps, process.of('connect').slice(2).map(({ server }) => server), phases()]).toEqual([2, 3, ['a', 'b'], ['connecting', 'connecting']])
})

test('a process that crashes again and again is given up, until the person wants it', async () => {
  const { process, timers, servers } = await mcpWorld([config('a')])
  for (let crash = 0; crash < 6; crash += 1) {
    process.dies(1)
    timers.pass(60_000)
    await settled()
  }
  expect([process.starts, servers.states[0]?.reason]).toEqual([6, 'The process that runs the servers crashed too often.'])
  servers.restart('a')
  await settled()
  expect([process.starts, servers.states[0]?.phase]).toEqual([7, 'connecting'])
})

test('nothing late counts: what belongs to an earlier connection is not heard, and what is no message is not, either', async () => {
  const { process, servers, timers, ready, roundOf } = await mcpWorld([config('a')])
  ready('a', listed('one'))
  const first = roundOf('a')
  process.says({ type: 'gone', server: 'a', round: first, reason: 'x', retry: true })
  timers.pass(1_000)
  await settled()
  process.says({ type: 'tools', server: 'a', round: first, first: true, last: true, tools: [listed('late')], leftOut: null })
  for (const each of [null, 5, {}, { type: 'tools' }, { type: 'ready', server: 'a' }]) process.saysAnything(each)
  expect([servers.tools('a').map(({ tool }) => tool), servers.states[0]?.phase]).toEqual([['one'], 'connecting'])
})

test('that a server is an old one is remembered for its entry, for thirty days', async () => {
  const { process, settings, enter, roundOf } = await mcpWorld([config('a')])
  process.says({ type: 'ready', server: 'a', round: roundOf('a'), era: 'legacy' })
  expect(settings().mcpVerdicts).toMatchObject([{ server: 'a', era: 'legacy', at: 1_000 }])
  enter(config('a', { on: false }))
  enter(config('a'))
  await settled()
  enter(config('a', { reach: { kind: 'stdio', command: 'other', args: [], cwd: null, env: [] } }))
  await settled()
  expect(process.of('connect').map(({ era }) => era)).toEqual([null, 'legacy', null])
})

test('at the end every server is told, and a process that does not end is killed', async () => {
  const { process, feature, timers } = await mcpWorld([config('a')])
  const tell = process.told.push.bind(process.told)
  process.told.push = (...told) => (told[0]?.type === 'end' ? 0 : tell(...told))
  const stopped = feature.stop?.()
  await settled()
  timers.pass(1_500)
  await stopped
  expect(process.isRunning).toBe(false)
})

test('a question of a server names it, has a minute, and is gone with it; the answer goes back', async () => {
  const { process, servers, timers } = await mcpWorld([config('a', { label: 'Mail' })])
  const asks = { kind: 'form' as const, fields: [{ name: 'name', title: 'Name', description: '', required: true, kind: { type: 'text' as const, minChars: 0, format: null, maxChars: 10 } }] }
  process.says({ type: 'question', server: 'a', round: 1, question: 'q1', message: 'Who?', asks })
  timers.pass(1_000)
  expect(servers.question).toEqual({ id: 'q1', server: 'a', label: 'Mail', message: 'Who?', leftMs: 59_000, asks })
  servers.answer('another', { action: 'decline' })
  servers.answer('q1', { action: 'accept', content: { name: 'Anna' } })
  expect([process.of('answer'), servers.question]).toEqual([[{ type: 'answer', question: 'q1', answer: { action: 'accept', content: { name: 'Anna' } } }], null])
  process.says({ type: 'question', server: 'a', round: 1, question: 'q2', message: 'Who?', asks })
  process.says({ type: 'withdrawn', question: 'q2' })
  expect(servers.question).toBeNull()
})

test('what it may not ask anybody stands in its log as our own words', async () => {
  const { servers, process, roundOf } = await mcpWorld([config('a')])
  process.says({ type: 'not-asked', server: 'a', round: roundOf('a') })
  expect(servers.log('a').map(({ from, text }) => [from, text])).toEqual([['parley', expect.stringContaining('You were not asked, and it was told no.')]])
})

test.each([[true, ['https://login.example.org/x?t=1'], 'accept'], [false, [], 'decline']] as const)('an address is opened only by a dialog of main that names its host: %s', async (says, opens, action) => {
  const { process, servers, person, asked, opened } = await mcpWorld([config('a')])
  person.says = says
  process.says({ type: 'question', server: 'a', round: 1, question: 'q1', message: 'Confirm', asks: { kind: 'url', url: 'https://login.example.org/x?t=1', host: 'login.example.org' } })
  expect(servers.question?.asks).toEqual({ kind: 'url', host: 'login.example.org' })
  servers.answer('q1', { action: 'accept', content: {} })
  await settled()
  expect([asked, opened, process.of('answer').map(({ answer }) => answer.action)]).toEqual([['Open login.example.org?'], opens, [action]])
})
