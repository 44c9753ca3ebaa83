import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Credentials } from '../../../src/main/mcp/core/sign-in/credentials'
import { signInAuthority, type SignInAuthority, type SignInSwitches } from '../../support/mcp/sign-in/authority'
import { listening } from '../../support/mcp/over-http'
import { browse } from '../../support/mcp/sign-in/browser'
import { guardedServer, type GuardSwitches } from '../../support/mcp/sign-in/guarded-server'
import { talkedProcess } from '../../support/mcp/talked-process'

/** Signing in to a server, by the real process of the servers, an authority and a server of tools over real HTTP. */
let process_: ReturnType<typeof talkedProcess>
let authority: SignInAuthority
let server: Awaited<ReturnType<typeof guardedServer>>
/** Whatever comes here was meant for nobody here. */
const elsewhere: string[] = []
const other = createServer((request, response) => {
  elsewhere.push(`${String(request.method)} ${String(request.url)} ${String(request.headers.authorization)}`)
  response.writeHead(500).end()
})
let otherOrigin = ''
let count = 0

beforeAll(async () => {
  process_ = talkedProcess()
  authority = await signInAuthority()
  server = await guardedServer(authority)
  otherOrigin = await listening(other)
})
afterAll(async () => {
  await process_.end()
  authority.stop()
  server.stop()
  other.closeAllConnections()
  other.close()
})

const reach = () => ({ kind: 'http' as const, url: server.url, headers: {} })

/** A connection that is shut out, and the sign-in after it. */
async function begun(switches: SignInSwitches = {}, guard: GuardSwitches = {}, clientId: string | null = null) {
  count += 1
  const [name, signIn] = [`s${String(count)}`, `sign-in-${String(count)}`]
  authority.behave(switches)
  server.behave(guard)
  process_.connect(name, reach())
  await process_.hear('sign-in-wanted', (each) => each.server === name)
  process_.post({ type: 'sign-in', server: name, signIn, url: server.url, clientId })
  const page = () => process_.hear('sign-in-page', (each) => each.signIn === signIn).then(({ url }) => url)
  const failure = () => process_.hear('not-signed-in', (each) => each.signIn === signIn).then(({ reason }) => reason)
  const credentials = () => process_.hear('signed-in', (each) => each.signIn === signIn).then((each) => each.credentials)
  return { name, signIn, page, failure, credentials }
}

async function signedIn(switches: SignInSwitches = {}): Promise<Credentials> {
  const { page, credentials } = await begun(switches)
  await browse(await page())
  return credentials()
}

let ids = 0
function connected(credentials: Credentials): string {
  ids += 1
  const name = `connected-${String(ids)}`
  process_.connect(name, reach(), null, 1, credentials)
  return name
}
const gone = (name: string) => process_.hear('sign-in-wanted', (each) => each.server === name)

test('signed in, its tools are there; what was asked of the browser is bounded to this program', async () => {
  const { page, credentials } = await begun()
  const url = new URL(await page())
  const shown = await browse(url.href)
  const got = await credentials()
  const name = connected(got)
  await process_.hear('ready', (each) => each.server === name)
  const sum = await process_.result(process_.startCall(name, 'add', { a: 1, b: 2 }))
  const asked = Object.fromEntries(url.searchParams)
  expect({ sum, shown: shown.text.includes('You can close this page'), at: url.origin, asked, issuer: got.issuer, resource: got.resource, redirect: /^http:\/\/127\.0\.0\.1:\d+\/signed-in$/.test(asked['redirect_uri'] ?? ''), state: (asked['state'] ?? '').length >= 43 }).toMatchObject({
    sum: { kind: 'done', text: '3' }, shown: true, at: authority.origin, issuer: authority.origin, resource: server.url, redirect: true, state: true,
    asked: { response_type: 'code', code_challenge_method: 'S256', client_id: 'client-1', scope: 'tools', resource: server.url },
  })
})

test('a client ID of the person is used as it is, and nothing is registered', async () => {
  const before = authority.paths().filter((path) => path === '/register').length
  const { page, credentials } = await begun({ noRegistration: true }, {}, 'typed-by-hand')
  await browse(await page())
  expect({ client: (await credentials()).client, registered: authority.paths().filter((path) => path === '/register').length - before }).toEqual({ client: { client_id: 'typed-by-hand', token_endpoint_auth_method: 'none' }, registered: 0 })
})

test.each<readonly [string, SignInSwitches, GuardSwitches, string | RegExp]>([
  ['another token endpoint', { tokenEndpoint: 'OTHER/token' }, {}, /leads to another site, 127\.0\.0\.1:\d+\. Parley does not follow it\.$/],
  ['another authorization endpoint', { authorizationEndpoint: 'OTHER/authorize' }, {}, /leads to another site/],
  ['an address that is a script', { authorizationEndpoint: 'javascript:alert(1)' }, {}, 'Parley does not understand the answer of the sign-in site.'],
  ['an address that a shell would run', { authorizationEndpoint: 'file:///bin/sh' }, {}, 'The sign-in address is not encrypted.'],
  ['an address in the clear', { authorizationEndpoint: 'http://example.org/authorize' }, {}, 'The sign-in address is not encrypted.'],
  ['another issuer than the one asked', { issuer: 'https://example.org' }, {}, 'The sign-in site says that it is another one.'],
  ['no PKCE', { noPkce: true }, {}, /does not support PKCE/],
  ['no registration', { noRegistration: true }, {}, 'This server needs a client ID from its makers. Edit the server and enter it.'],
  ['a refused registration', { refusesRegistration: true }, {}, /does not let Parley register/],
  ['metadata of another server', {}, { resource: 'https://example.org/mcp' }, 'What the server says about its sign-in is about another server.'],
  ['an authority in the clear', {}, { authority: 'http://example.org' }, 'The sign-in address is not encrypted.'],
])('%s: nothing is opened, and it is said why', async (_what, switches, guard, reason) => {
  const here = Object.fromEntries(Object.entries(switches).map(([name, value]) => [name, typeof value === 'string' ? value.replace('OTHER', otherOrigin) : value]))
  const { signIn, failure } = await begun(here, guard)
  const said = await failure()
  expect(said).toMatch(reason)
  expect({ pages: process_.of('sign-in-page').filter((each) => each.signIn === signIn), elsewhere }).toEqual({ pages: [], elsewhere: [] })
})

test.each<readonly [string, SignInSwitches, string]>([
  ['another state', { sentState: 'of-somebody-else' }, 'The answer from the browser does not belong to this sign-in.'],
  ['two codes', { twice: true }, 'The answer from the browser does not belong to this sign-in.'],
  ['another issuer', { sentIssuer: 'https://evil.example' }, 'The answer from the browser comes from another site than the one that was opened.'],
  ['no issuer, though it was promised', { promisesIssuer: true, sentIssuer: null }, 'The answer from the browser comes from another site than the one that was opened.'],
  ['a failure', { error: 'access_denied' }, 'You or the sign-in site said no.'],
])('the browser comes back with %s: no code is redeemed', async (_what, switches, reason) => {
  const { page, failure } = await begun(switches)
  const before = authority.paths().filter((path) => path === '/token').length
  await browse(await page())
  expect({ said: await failure(), redeemed: authority.paths().filter((path) => path === '/token').length - before }).toEqual({ said: reason, redeemed: 0 })
})

test('an issuer that is said, and is the right one, is taken', async () => {
  expect((await signedIn({ promisesIssuer: true })).issuer).toBe(authority.origin)
})

test('a token endpoint that sends on to another place gets nothing there', async () => {
  const { page, failure } = await begun({ tokenRedirect: `${otherOrigin}/token` })
  await browse(await page())
  expect({ said: await failure(), elsewhere }).toEqual({ said: expect.stringContaining('The sign-in site'), elsewhere: [] })
})

/** The address that the browser comes back to. */
const redirectOf = (page: string): string => new URL(page).searchParams.get('redirect_uri') ?? ''

test('it is answered once; after that nobody listens there', async () => {
  const { page, credentials } = await begun()
  const url = await page()
  const back = redirectOf(url)
  const stray = (await fetch(new URL('/favicon.ico', back))).status
  const posted = (await fetch(back, { method: 'POST' })).status
  const renamed = await fetch(back.replace('127.0.0.1', 'localhost')).then(({ status }) => status, () => 'nobody') // a name that leads here
  await browse(url)
  await credentials()
  const second = await fetch(`${back}?code=x&state=y`).then(() => 'answered', () => 'nobody')
  expect({ stray, posted, renamed: renamed === 404 || renamed === 'nobody', second }).toEqual({ stray: 404, posted: 404, renamed: true, second: 'nobody' })
})

test('ended by the person, nobody listens any more, and nothing is said of it', async () => {
  const { signIn, page } = await begun()
  const back = redirectOf(await page())
  process_.post({ type: 'end-sign-in', signIn })
  const after = await process_.until(() => fetch(back).then(() => null, () => 'nobody'), 'the end of the listener')
  expect({ after, said: [...process_.of('not-signed-in'), ...process_.of('signed-in')].filter((each) => each.signIn === signIn) }).toEqual({ after: 'nobody', said: [] })
})

test('before it ends, a token is renewed, and the new one is told to be kept', async () => {
  const first = await signedIn({ tokenLives: 30 })
  authority.behave({ tokenLives: 3_600 })
  const name = connected(first)
  const { credentials } = await process_.hear('credentials', (each) => each.server === name)
  await process_.hear('ready', (each) => each.server === name)
  expect({ other: credentials.access !== first.access && credentials.refresh !== first.refresh, last: server.tokens.at(-1) === credentials.access, used: server.tokens.includes(first.access) }).toEqual({ other: true, last: true, used: false })
})

test('a token that is refused in use is renewed once, and the call goes on', async () => {
  const first = await signedIn()
  const name = connected(first)
  await process_.hear('ready', (each) => each.server === name)
  authority.forgetAccess()
  const sums = await Promise.all([1, 2, 3].map((b) => process_.result(process_.startCall(name, 'add', { a: 1, b }))))
  expect({ sums, renewed: process_.of('credentials').filter((each) => each.server === name).length }).toMatchObject({ sums: [{ kind: 'done', text: '2' }, { text: '3' }, { text: '4' }], renewed: 1 })
})

test.each<readonly [string, () => void]>([
  ['cannot be renewed', () => authority.forgetAll()],
  ['is not taken when it was renewed, either', () => {
    authority.behave({ badRenewal: true })
    authority.forgetAccess()
  }],
])('a token that %s: a sign-in is wanted, and the call fails', async (_what, break_) => {
  const name = connected(await signedIn())
  await process_.hear('ready', (each) => each.server === name)
  break_()
  const result = await process_.result(process_.startCall(name, 'add', { a: 1, b: 2 }))
  await gone(name)
  expect(result).toMatchObject({ kind: 'failed' })
})

test('a server that sends on to another place does not take the token along', async () => {
  const credentials = await signedIn()
  server.behave({ away: `${otherOrigin}/mcp` })
  const name = connected(credentials)
  await process_.hear('gone', (each) => each.server === name)
  expect(elsewhere).toEqual([])
})

test('signed out, the place is told, and takes the tokens no more', async () => {
  const credentials = await signedIn()
  server.behave({})
  process_.post({ type: 'revoke', url: server.url, credentials })
  await process_.until(() => !authority.takes(credentials.access), 'the end of the token')
  expect(authority.seen.filter(({ path }) => path === '/revoke').map(({ form }) => form['token'])).toEqual([credentials.refresh, credentials.access])
})

test('the process ends with a sign-in open', async () => {
  const own = talkedProcess()
  authority.behave({})
  own.connect('ends', reach())
  await own.hear('sign-in-wanted')
  own.post({ type: 'sign-in', server: 'ends', signIn: 'ends', url: server.url, clientId: null })
  const back = redirectOf((await own.hear('sign-in-page')).url)
  await own.end()
  expect(await fetch(back).then(() => 'answered', () => 'nobody')).toBe('nobody')
})
