import { expect, test } from 'vitest'
import type { Credentials } from '../../../src/main/mcp/core/sign-in/credentials'
import type { ServerConfig } from '../../../src/shared/mcp/servers'
import { config, mcpWorld, settled } from './world'

const CLOUD: ServerConfig = config('cloud', { reach: { kind: 'http', url: 'https://tools.example/mcp', headers: [], clientId: 'typed' } })
const PAGE = 'https://sign-in.example/authorize?state=x'
const GOT: Credentials = { issuer: 'https://sign-in.example', client: { client_id: 'typed' }, access: 'access-1', refresh: 'renew-1', expiresAt: 5, resource: null }

/** A server that lets nobody in, and the person who presses "Sign in". */
async function shutOut(press = true) {
  const world = await mcpWorld([CLOUD])
  const { process, servers, roundOf } = world
  const shut = () => process.says({ type: 'sign-in-wanted', server: 'cloud', round: roundOf('cloud') })
  shut()
  if (press) servers.startSignIn('cloud')
  const request = process.of('sign-in').at(-1)
  const signIn = request?.signIn ?? ''
  const page = async (url = PAGE) => {
    process.says({ type: 'sign-in-page', signIn, url })
    await settled()
  }
  const got = async () => {
    process.says({ type: 'signed-in', signIn, credentials: GOT })
    await settled()
    await settled()
  }
  const ended = () => process.of('end-sign-in').map((each) => each.signIn)
  return { ...world, shut, request, signIn, page, got, ended, now: () => servers.signIn('cloud') }
}

test('who has not signed in is told so, and it is not tried again by itself', async () => {
  const { servers, timers, process, now } = await shutOut(false)
  const before = process.of('connect').length
  timers.pass(600_000)
  expect({ state: servers.states[0], now: now(), again: process.of('connect').length - before }).toMatchObject({ state: { phase: 'failed', reason: 'It needs you to sign in.' }, now: { state: 'wanted', fault: null }, again: 0 })
})

test('main asks with the host, opens the browser, keeps what comes in the keychain alone, and goes there with it', async () => {
  const { request, asked, page, got, opened, vault, process, settings, now } = await shutOut()
  const before = now()
  await page()
  const questions = [...asked]
  await got()
  expect({ request, before, questions, opened, kept: [...vault.kept.values()].slice(0, 2), settings: JSON.stringify(settings()).includes('access-1'), credentials: process.of('connect').at(-1)?.credentials, now: now() }).toMatchObject({
    request: { url: 'https://tools.example/mcp', clientId: 'typed' }, before: { state: 'open' }, questions: ['Sign in for “cloud” in the browser?'], opened: [PAGE],
    kept: ['access-1', 'renew-1'], settings: false, credentials: GOT, now: { state: 'done', fault: null },
  })
})

test('the dialog shows both hosts whole, each in a line of its own: where one signs in, and who gets what that opens', async () => {
  const { dialogs, page } = await shutOut()
  const texts: string[] = []
  dialogs.open = ({ text }) => Promise.resolve(texts.push(text) > 0)
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.evil.example`
  await page(`https://${host}/authorize`)
  expect(texts[0]?.split('\n')).toEqual(expect.arrayContaining([host, 'tools.example'])) // and whom it is for
})

test.each([
  ['javascript:alert(1)'], ['file:///bin/sh'], ['http://sign-in.example/authorize'], ['https://anna:secret@sign-in.example/'], ['http://127.0.0.1:9/authorize'], ['https://localhost/authorize'], ['no address'],
  ['https://127.1/'], ['https://0.0.0.0/'], ['https://[::1]/'], ['https://[::]/'], ['https://[::ffff:127.0.0.1]/'], ['https://[::ffff:0:0]/'], ['https://a.localhost/'], ['https://localhost./'],
])('%s is not opened, whoever says so, and nobody is asked', async (url) => {
  const { page, opened, asked, ended, signIn, now } = await shutOut()
  await page(url)
  expect({ opened, asked, ended: ended(), state: now().state, fault: now().fault !== null }).toEqual({ opened: [], asked: [], ended: [signIn], state: 'wanted', fault: true })
})

test('a no of the person ends it, and is said', async () => {
  const { page, person, opened, ended, signIn, now } = await shutOut()
  person.says = false
  await page()
  expect({ opened, ended: ended(), now: now() }).toEqual({ opened: [], ended: [signIn], now: { state: 'wanted', fault: 'Nothing was changed. The change was not confirmed.' } })
})

test('a browser that cannot be opened ends it, and is said', async () => {
  const { page, browser, ended, signIn, now } = await shutOut()
  browser.opens = false
  await page()
  expect({ ended: ended(), now: now() }).toEqual({ ended: [signIn], now: { state: 'wanted', fault: 'The browser could not be opened.' } })
})

test('what the process could not bring to an end is said in its words', async () => {
  const { process, signIn, now } = await shutOut()
  process.says({ type: 'not-signed-in', signIn, reason: 'Nobody signed in within five minutes.' })
  expect(now()).toEqual({ state: 'wanted', fault: 'Nobody signed in within five minutes.' })
})

test('cancelled while the dialog is open: it closes, a late yes opens nothing, a late answer is not kept', async () => {
  const { page, got, dialogs, servers, opened, vault, now } = await shutOut()
  let closed = false
  dialogs.open = (question) => new Promise((answer) => question.over?.addEventListener('abort', () => {
    closed = true
    answer(true)
  }))
  await page()
  servers.endSignIn('cloud')
  await settled()
  await got()
  expect({ closed, opened, kept: vault.kept.size, now: now() }).toEqual({ closed: true, opened: [], kept: 0, now: { state: 'wanted', fault: null } })
})

test.each<readonly [string, (world: Awaited<ReturnType<typeof shutOut>>) => unknown]>([
  ['removed', ({ change }) => change({ mcpServers: [] })],
  ['switched off', ({ change }) => change({ mcpServers: [{ ...CLOUD, on: false }] })],
  ['pointed elsewhere', ({ enter }) => enter({ ...CLOUD, reach: { kind: 'http', url: 'https://evil.example/mcp', headers: [] } })],
  ['and Parley ends', ({ feature }) => void feature.stop?.()],
])('a server that is %s in the middle: the sign-in ends, and a late answer is kept nowhere', async (_what, happens) => {
  const world = await shutOut()
  await world.page()
  happens(world)
  const ended = world.ended()
  await settled()
  if (world.process.isRunning) await world.got()
  expect({ ended, kept: world.vault.kept.size, none: world.now().state !== 'open' }).toEqual({ ended: [world.signIn], kept: 0, none: true })
})

test('removed while the keychain is writing, it leaves nothing there', async () => {
  const { page, process, signIn, vault, change } = await shutOut()
  await page()
  process.says({ type: 'signed-in', signIn, credentials: GOT })
  change({ mcpServers: [] })
  await settled()
  await settled()
  expect(vault.kept.size).toBe(0)
})

test('the process dies in the middle: it is said when the server wants it again', async () => {
  const { process, timers, shut, now } = await shutOut()
  process.dies(1)
  timers.pass(60_000)
  await settled()
  shut()
  expect(now()).toEqual({ state: 'wanted', fault: 'The process that runs the servers has stopped. Sign in again.' })
})

test('signed out, the tokens are gone at once, the place is told, and the server is reached without them', async () => {
  const { page, got, servers, vault, process, now } = await shutOut()
  await page()
  await got()
  await servers.signOut('cloud')
  await settled()
  expect({ kept: vault.kept.size, revoked: process.of('revoke').map(({ credentials }) => credentials), next: process.of('connect').at(-1)?.credentials, now: now().state }).toEqual({ kept: 0, revoked: [GOT], next: null, now: 'none' })
})

test('what was renewed in use is kept; what an earlier connection says is not', async () => {
  const { page, got, process, roundOf, vault } = await shutOut()
  await page()
  await got()
  const round = roundOf('cloud')
  process.says({ type: 'credentials', server: 'cloud', round, credentials: { ...GOT, access: 'access-2' } })
  process.says({ type: 'credentials', server: 'cloud', round: round - 1, credentials: { ...GOT, access: 'access-0' } })
  await settled()
  expect([...vault.kept.values()][0]).toBe('access-2')
})

test('a sign-in is for a server that wants one', async () => {
  const { servers, process } = await shutOut(false)
  servers.startSignIn('nobody')
  servers.startSignIn('cloud')
  servers.startSignIn('cloud')
  expect(process.of('sign-in')).toHaveLength(1)
})

test('signed out for good: what is renewed at that moment is not kept, and a sign-in that is open ends', async () => {
  const { page, got, shut, servers, process, roundOf, vault, now } = await shutOut()
  await page()
  await got()
  const out = servers.signOut('cloud')
  process.says({ type: 'credentials', server: 'cloud', round: roundOf('cloud'), credentials: { ...GOT, access: 'access-2' } })
  await out
  await settled()
  const first = { kept: vault.kept.size, next: process.of('connect').at(-1)?.credentials }
  shut()
  servers.startSignIn('cloud')
  const open = now().state
  await servers.signOut('cloud')
  process.says({ type: 'signed-in', signIn: process.of('sign-in').at(-1)?.signIn ?? '', credentials: GOT })
  await settled()
  await settled()
  expect({ first, open, kept: vault.kept.size }).toEqual({ first: { kept: 0, next: null }, open: 'open', kept: 0 })
})
