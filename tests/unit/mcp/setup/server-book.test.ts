import { expect, test } from 'vitest'
import { ConsentWatch } from '../../../../src/main/mcp/setup/consent-watch'
import { ServerBook } from '../../../../src/main/mcp/setup/server-book'
import { ServerRemoval } from '../../../../src/main/mcp/setup/removed-server'
import { entryOf, type ServerEntry } from '../../../../src/main/mcp/core/setup/server-entry'
import type { Credentials } from '../../../../src/main/mcp/core/sign-in/credentials'
import type { ServerConfig } from '../../../../src/shared/mcp/servers'
import { fakeSetupWorld } from '../../../fakes/fake-setup-world'

const entry = (...[reach]: Parameters<typeof entryOf>): ServerEntry => {
  const made = entryOf(reach)
  if (!made.ok) throw new Error(made.error)
  return made.value
}
const FILES = entry({ kind: 'stdio', command: '/opt/files', args: ['/data'], cwd: null, values: { TOKEN: 'first-secret' } })
const CLOUD = entry({ kind: 'http', url: 'https://a.example/mcp', values: { Authorization: 'Bearer first-secret' } })

async function withServer(made: ServerEntry = FILES) {
  const fake = fakeSetupWorld()
  const book = new ServerBook(fake.world)
  const added = await book.add('Files', made)
  if (!added.ok) throw new Error(added.error)
  const server = (): ServerConfig => {
    const found = book.find(added.value.id)
    if (found === null) throw new Error('The server is gone.')
    return found
  }
  return { ...fake, book, id: added.value.id, server }
}

const written = (settings: unknown): string => JSON.stringify(settings)

test('what is added is off and asks nobody; its secret is in the keychain and nowhere else', async () => {
  const { book, server, asked, settings, vault } = await withServer()
  expect({ on: server().on, asked: asked.length, leaks: written(settings()).includes('first-secret'), kept: [...vault.kept.values()], starts: await book.of(server()) }).toEqual({ on: false, asked: 0, leaks: false, kept: ['first-secret'], starts: null })
})

test('it is on after a yes to main, and not before; again it asks no more', async () => {
  const { book, id, server, asked, person } = await withServer()
  person.says = 'not-confirmed'
  const refused = await book.turn(id, true)
  const off = [server().on, await book.of(server())]
  person.says = 'yes'
  await book.turn(id, true)
  await book.turn(id, false)
  await book.turn(id, true)
  expect({ refused, off, on: server().on, values: await book.of(server()), asked: asked.length }).toEqual({
    refused: 'Nothing was changed. The change was not confirmed.', off: [false, null], on: true, values: { TOKEN: 'first-secret' }, asked: 2,
  })
})

test.each([
  ['an argument', (server: ServerConfig) => ({ ...server, reach: { ...server.reach, args: ['/data', '/etc'] } })],
  ['a command', (server: ServerConfig) => ({ ...server, reach: { ...server.reach, command: '/opt/other' } })],
  ['a folder', (server: ServerConfig) => ({ ...server, reach: { ...server.reach, cwd: '/tmp' } })],
  ['a variable more', (server: ServerConfig) => ({ ...server, reach: { ...server.reach, env: ['TOKEN', 'NODE_OPTIONS'] } })],
  ['a label', (server: ServerConfig) => ({ ...server, label: 'Other' })],
] as const)('the file was edited by hand (%s): nothing of it starts until somebody says yes again, and it is asked once', async (_what, edit) => {
  const { book, id, server, asked, person, set } = await withServer()
  await book.turn(id, true)
  const started: string[] = []
  const watch = new ConsentWatch(book, (each) => started.push(each))
  set({ mcpServers: [edit(server()) as ServerConfig] })
  const before = await book.of(server())
  person.says = 'not-confirmed'
  watch.evaluate()
  await new Promise(setImmediate)
  watch.evaluate()
  await new Promise(setImmediate)
  expect({ before, started, consent: book.consents.of(server()), on: server().on, asked: asked.length }).toEqual({ before: null, started: [], consent: 'changed', on: false, asked: 2 })
})

test('after a yes to what was edited by hand it starts, without the values that were for another entry', async () => {
  const { book, id, server, set } = await withServer(CLOUD)
  await book.turn(id, true)
  const started: string[] = []
  set({ mcpServers: [{ ...server(), reach: { kind: 'http', url: 'https://evil.example/mcp', headers: ['Authorization'] } }] })
  new ConsentWatch(book, (each) => started.push(each)).evaluate()
  await new Promise(setImmediate)
  expect({ started, values: await book.of(server()), lacks: book.lacks(server()) }).toEqual({ started: [id], values: null, lacks: ['Authorization'] })
})

test('an entry that is changed while the person reads is not the one they said yes to', async () => {
  const { book, id, server, person, set } = await withServer()
  person.meanwhile = () => set({ mcpServers: [{ ...server(), reach: { kind: 'stdio', command: '/opt/evil', args: [], cwd: null, env: [] } }] })
  const refused = await book.turn(id, true)
  expect({ refused, on: server().on, starts: await book.of(server()) }).toEqual({ refused: 'It was changed while you were asked. Look at it again.', on: false, starts: null })
})

test('an edit keeps a value where it is the same place, and never takes it to another', async () => {
  const { book, id, server, vault } = await withServer(CLOUD)
  const path = await book.edit(id, 'Files', entry({ kind: 'http', url: 'https://a.example/v2', values: { Authorization: '' } }))
  const kept = [...vault.kept.values()]
  const host = await book.edit(id, 'Files', entry({ kind: 'http', url: 'https://evil.example/v2', values: { Authorization: '' } }))
  expect({ path, kept, host, now: server().reach }).toEqual({
    path: null, kept: ['Bearer first-secret'], host: 'Enter a value for “Authorization”. The previous one was for another place.', now: { kind: 'http', url: 'https://a.example/v2', headers: ['Authorization'] },
  })
})

test('an edit of a server that is on is asked; a no changes nothing', async () => {
  const { book, id, server, asked, person, vault } = await withServer()
  await book.turn(id, true)
  person.says = 'not-confirmed'
  await book.edit(id, 'Files', entry({ kind: 'stdio', command: '/opt/files', args: ['/data'], cwd: '/tmp', values: { TOKEN: 'second-secret' } }))
  const before = [server().reach, [...vault.kept.values()]]
  person.says = 'yes'
  await book.edit(id, 'Files', entry({ kind: 'stdio', command: '/opt/files', args: ['/data'], cwd: '/tmp', values: { TOKEN: 'second-secret' } }))
  expect({ before, asked: asked.length, after: [await book.of(server()), [...vault.kept.values()]] }).toEqual({
    before: [FILES.reach, ['first-secret']], asked: 3, after: [{ TOKEN: 'second-secret' }, ['second-secret']],
  })
})

test('a disk that refuses leaves no secret behind', async () => {
  const { book, vault, disk } = await withServer()
  disk.full = true
  const added = await book.add('Other', CLOUD)
  expect({ ok: added.ok, kept: [...vault.kept.values()] }).toEqual({ ok: false, kept: ['first-secret'] })
})

test('removed, it is gone with its pins and its yes; put back it is as before; later its secrets go for good', async () => {
  const { world, book, id, settings, set, vault, timers } = await withServer()
  const removal = new ServerRemoval(world, book)
  await book.turn(id, true)
  set({ mcpTools: [{ server: id, tool: 'read', hash: 'h', level: null, on: true }] })
  const before = settings()
  await removal.remove(id)
  const gone = [settings().mcpServers, settings().mcpTools, settings().mcpConfirmed, removal.offer]
  const back = removal.putBack(id)
  const restored = settings()
  await removal.remove(id)
  timers.pass(10_000)
  await new Promise(setImmediate)
  expect({ gone, back, same: restored, late: removal.putBack(id), kept: vault.kept.size }).toEqual({ gone: [[], [], [], { id, label: 'Files' }], back: null, same: before, late: 'It can no longer be restored.', kept: 0 })
})

const GOT: Credentials = { issuer: 'https://sign-in.example', client: { client_id: 'c' }, access: 'access-1', refresh: null, expiresAt: null, resource: null }

test('what a sign-in brought is found by its entry alone: not by one that points elsewhere or has another client ID, and not when it is removed', async () => {
  const { book, id, server, vault, set } = await withServer(entry({ kind: 'http', url: 'https://a.example/mcp', values: {} }))
  const before = server()
  const kept = await book.keepCredentials(before, GOT)
  const found = await book.credentials({ ...before, reach: { kind: 'http', url: 'https://a.example/v2', headers: [] } })
  const elsewhere = await Promise.all(['https://a.example:444/mcp', 'http://a.example/mcp', 'https://evil.example/mcp'].map((url) => book.credentials({ ...before, reach: { kind: 'http', url, headers: [] } })))
  const client = await book.credentials({ ...before, reach: { kind: 'http', url: 'https://a.example/mcp', headers: [], clientId: 'other' } })
  await book.edit(id, 'Files', entry({ kind: 'http', url: 'https://b.example/mcp', values: {} }))
  const edited = vault.kept.size
  set({ mcpServers: [] })
  expect({ kept, found, elsewhere, client, edited, late: await book.keepCredentials(before, GOT), left: vault.kept.size }).toEqual({ kept: true, found: GOT, elsewhere: [null, null, null], client: null, edited: 0, late: false, left: 0 })
})

test('killed while a removed server could be put back: the next start forgets its secrets, and those of no other', async () => {
  const { world, book, id, settings, vault } = await withServer()
  const other = await book.add('Cloud', CLOUD)
  await new ServerRemoval(world, book).remove(id)
  const left = vault.kept.size
  await new ServerRemoval(world, book).sweep()
  expect({ left, kept: vault.kept.size, removed: settings().mcpRemoved, values: other.ok ? await book.values.find(other.value) : null }).toEqual({ left: 2, kept: 1, removed: [], values: { Authorization: 'Bearer first-secret' } })
})

test('a client ID is part of what was confirmed', async () => {
  const { book, id, server, set } = await withServer(entry({ kind: 'http', url: 'https://a.example/mcp', values: {} }))
  await book.turn(id, true)
  const before = book.consents.of(server())
  set({ mcpServers: [{ ...server(), reach: { kind: 'http', url: 'https://a.example/mcp', headers: [], clientId: 'mine' } }] })
  expect([before, book.consents.of(server())]).toEqual(['confirmed', 'changed'])
})

const LOADED = entry({ kind: 'stdio', command: '/opt/files', args: [], cwd: null, values: { NODE_OPTIONS: '--no-warnings' } })
const EVIL = entry({ kind: 'stdio', command: '/opt/files', args: [], cwd: null, values: { NODE_OPTIONS: '--require /tmp/evil.cjs' } })

test('a value is not changed behind the dialog that shows it', async () => {
  const { book, id, server, asked, person } = await withServer(LOADED)
  let edited: Promise<string | null> = Promise.resolve(null)
  person.meanwhile = () => {
    person.meanwhile = () => undefined
    edited = book.edit(id, 'Files', EVIL)
  }
  await book.turn(id, true)
  const starts = await book.of(server())
  await edited
  expect({ shown: asked[0]?.text.includes('--no-warnings'), starts, then: await book.of(server()), told: asked[1]?.text.includes('/tmp/evil.cjs') }).toEqual({
    shown: true, starts: { NODE_OPTIONS: '--no-warnings' }, then: { NODE_OPTIONS: '--require /tmp/evil.cjs' }, told: true,
  })
})

/** The keychain takes its time over the next value; `meanwhile` happens just after it was written. */
function slowly(vault: Awaited<ReturnType<typeof withServer>>['vault'], meanwhile: () => unknown) {
  const keep = vault.keep.bind(vault)
  vault.keep = async (name, value) => {
    vault.keep = keep
    await keep(name, value)
    meanwhile()
    await new Promise(setImmediate)
  }
}

test('switched on while an edit is being written, it does not start with what nobody was shown', async () => {
  const { book, id, server, vault } = await withServer(LOADED)
  await book.turn(id, true)
  await book.turn(id, false)
  const started: unknown[] = []
  slowly(vault, () => void book.turn(id, true).then(async () => started.push(server().on && (await book.of(server())))))
  const asked = { before: book.consents.of(server()) }
  await book.edit(id, 'Files', EVIL)
  const during = [...started]
  expect({ asked, during }).toEqual({ asked: { before: 'confirmed' }, during: [] })
})

test('a disk that refuses an edit leaves the values as they were confirmed', async () => {
  const { book, id, server, disk } = await withServer(LOADED)
  await book.turn(id, true)
  await book.turn(id, false)
  disk.full = true
  await book.edit(id, 'Files', EVIL)
  disk.full = false
  await book.turn(id, true)
  expect(await book.of(server())).toEqual({ NODE_OPTIONS: '--no-warnings' })
})

test.each([['switched off', { on: false, kept: 1 }], ['removed', { on: null, kept: 0 }]] as const)('an edit that is being written does not bring back what was %s meanwhile', async (what, expected) => {
  const { book, id, vault, set, settings } = await withServer(LOADED)
  await book.turn(id, true)
  slowly(vault, () => set({ mcpServers: what === 'removed' ? [] : settings().mcpServers.map((each) => ({ ...each, on: false })) }))
  await book.edit(id, 'Files', EVIL)
  expect({ on: book.find(id)?.on ?? null, kept: vault.kept.size }).toEqual(expected)
})

test('two of one name are not added at once, nor one that is called as a server of the voice server', async () => {
  const { book, set } = await withServer()
  set({ hostedServers: [{ id: 'h1', label: 'Docs', on: true, voice: 'here', reach: { kind: 'url', url: 'https://docs.example/' }, hasKey: false, tools: [], hash: '' }] })
  const added = await Promise.all([book.add('Twice', FILES), book.add('twice', FILES), book.add('docs', FILES)])
  expect({ ok: added.map(({ ok }) => ok), labels: book.servers.map(({ label }) => label) }).toEqual({ ok: [true, false, false], labels: ['Files', 'Twice'] })
})
