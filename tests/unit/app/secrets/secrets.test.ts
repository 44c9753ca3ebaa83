import { expect, test } from 'vitest'
import { Secrets } from '../../../../src/main/app/secrets/secrets'
import { transportTarget } from '../../../../src/main/providers/endpoint-target'
import { endpointOrigin } from '../../../../src/shared/providers/servers'
import { defaultSettings, type Endpoint } from '../../../../src/shared/settings'
import { keysIn } from '../../../../src/shared/providers/address-keys'
import { Asks } from '../../../../src/shared/ipc/contract'
import { fakeSecretStore } from '../../../fakes/fake-world'

const OPENAI: Endpoint = { kind: 'openai' }
const OTHER: Endpoint = { kind: 'custom', url: 'wss://other.example:8443/v1/realtime' }
const secrets = (store = fakeSecretStore(), environment = {}) => {
  const told: string[] = []
  const held = new Set<string>()
  const sut = new Secrets(store, environment, (error) => told.push(error.tag), (secret) => held.add(secret), (secret) => held.delete(secret))
  return { told, store, held, sut }
}

test('a key is bound to the host it was entered for', async () => {
  const { sut } = secrets()
  await sut.enter(OPENAI, 'k-one')
  expect([await sut.find(OPENAI), await sut.find(OTHER)]).toEqual([
    { place: 'keychain', secret: 'k-one' },
    { place: 'none', secret: null },
  ])
})

test('the keychain is asked once a host', async () => {
  const { sut, store } = secrets(fakeSecretStore({ 'wss://api.openai.com': 'k-one' }))
  await sut.find(OPENAI)
  await sut.find(OPENAI)
  expect(store.asked).toEqual(['wss://api.openai.com'])
})

/** Looks at once, and tells only when it is let. */
function slowStore(entries: Record<string, string> = {}) {
  const store = fakeSecretStore(entries)
  let tell: () => void = () => undefined
  const told = new Promise<void>((resolve) => { tell = resolve })
  const get: typeof store.get = async (host) => {
    const answer = await store.get(host)
    await told
    return answer
  }
  return { store: { ...store, get }, tell }
}

test('what was entered or forgotten while the keychain was looking is newer than its answer', async () => {
  const slow = slowStore({ 'wss://other.example:8443': 'k-old' })
  const { sut } = secrets(slow.store)
  const asked = [sut.find(OPENAI), sut.find(OTHER)]
  await sut.enter(OPENAI, 'k-one')
  await sut.forget(OTHER)
  slow.tell()
  const first = await Promise.all(asked)
  const [entered, forgotten] = [{ place: 'keychain', secret: 'k-one' }, { place: 'none', secret: null }]
  expect([first, await sut.find(OPENAI), await sut.find(OTHER)]).toEqual([[entered, forgotten], entered, forgotten])
})

test('a locked keychain keeps the key for this run and says so', async () => {
  const { sut, told } = secrets(fakeSecretStore({}, true))
  const place = await sut.enter(OPENAI, 'k-one')
  expect({ place: place.ok && place.value, told, found: await sut.find(OPENAI) }).toEqual({
    place: 'this-run',
    told: ['keychain'],
    found: { place: 'this-run', secret: 'k-one' },
  })
})

test('an entered key takes the place of the one from the environment, and forgetting takes both away', async () => {
  const { sut } = secrets(fakeSecretStore(), { 'wss://api.openai.com': 'k-environment' })
  const before = (await sut.find(OPENAI)).place
  await sut.enter(OPENAI, 'k-entered')
  const entered = await sut.find(OPENAI)
  await sut.forget(OPENAI)
  expect([before, entered.secret, (await sut.find(OPENAI)).place]).toEqual(['environment', 'k-entered', 'none'])
})

test('origins are told apart by scheme, host and port; practice needs no key', () => {
  expect([endpointOrigin(OPENAI), endpointOrigin(OTHER), endpointOrigin({ kind: 'practice' })]).toEqual(['wss://api.openai.com', 'wss://other.example:8443', null])
})

const custom = (url: string): Endpoint => ({ kind: 'custom', url })

test('a key never goes to the same host in clear, to another port, or to another name of the same machine', async () => {
  const { sut, store } = secrets(fakeSecretStore(), { 'wss://api.openai.com': 'k-environment' })
  await sut.enter(custom('wss://host.example/v1'), 'k-host')
  await sut.enter(custom('ws://localhost:9/v1'), 'k-local')
  const others = [
    'ws://host.example/v1', 'ws://host.example:443/v1', 'wss://host.example:8443/v1', 'wss://host.example./v1', 'wss://host.example.org/v1', 'wss://sub.host.example/v1',
    'ws://api.openai.com/v1', 'wss://api.openai.com:444/v1', 'wss://localhost:9/v1', 'ws://localhost:10/v1', 'ws://127.0.0.1:9/v1', 'ws://[::1]:9/v1',
  ]
  const found = await Promise.all(others.map(async (url) => (await sut.find(custom(url))).secret))
  expect(found).toEqual(others.map(() => null))
  expect(store.asked.filter((origin) => origin.startsWith('ws://') && !origin.includes('localhost') && !origin.includes('127.') && !origin.includes('[::1]'))).toEqual([])
  const same = ['wss://HOST.example:443/other?x=1', 'ws://localhost:9/', 'wss://api.openai.com/v1/realtime']
  expect(await Promise.all(same.map(async (url) => (await sut.find(custom(url))).secret))).toEqual(['k-host', 'k-local', 'k-environment'])
})

const settings = (endpoint: Endpoint) => ({ ...defaultSettings('linux'), endpoint })

test.each(['ws://host.example/v1', 'ws://192.168.1.2:8000/v1', 'ws://api.openai.com/v1', 'ws://localhost.example/v1', 'ws://127.0.0.1.example/'])('no key is kept for %s, and none is sent', async (url) => {
  const { sut, store, held } = secrets()
  const entered = await sut.enter(custom(url), 'k-clear')
  expect([entered, await sut.find(custom(url)), transportTarget(settings(custom(url)), 'k-clear', null), store.asked, [...held]]).toEqual([
    { ok: false, error: { tag: 'secret-exposed' } }, { place: 'none', secret: null }, { ok: false, error: { tag: 'secret-exposed' } }, [], [],
  ])
  expect(transportTarget(settings(custom(url)), null, null).ok).toBe(true)
})

test.each([
  ['host.example', 'wss://host.example/v1', 'k-old'],
  ['host.example', 'ws://host.example/v1', null],
  ['127.0.0.1:9', 'ws://127.0.0.1:9/v1', 'k-old'],
  ['127.0.0.1:9', 'wss://127.0.0.1:9/v1', null],
])('an old entry "%s" is %s: %s', async (entry, url, secret) => {
  const { sut } = secrets(fakeSecretStore({ [entry]: 'k-old' }))
  expect((await sut.find(custom(url))).secret).toBe(secret)
})

test('an old entry gets its full name, and forgetting takes it away under both', async () => {
  const store = fakeSecretStore({ 'host.example': 'k-old', 'other.example': 'k-other' })
  const { sut } = secrets(store)
  await sut.find(custom('wss://host.example/'))
  const moved = [await store.get('wss://host.example'), await store.get('host.example')]
  await sut.forget(custom('wss://other.example/'))
  const again = secrets(store).sut
  expect([moved, (await again.find(custom('wss://other.example/'))).secret]).toEqual([[{ ok: true, value: 'k-old' }, { ok: true, value: null }], null])
})

const KEYED = 'wss://host.example/v1?say=a%20b&api-key=q%2Bkey&x=1#top'

test('a key in the address moves to the keychain, the rest stays byte for byte, and it is put back on the way out', async () => {
  const { sut, store, held } = secrets()
  const taken = await sut.takeFrom(custom(KEYED))
  const kept = 'wss://host.example/v1?say=a%20b&api-key=kept-in-the-keychain&x=1#top'
  expect([taken, await store.get('wss://host.example?api-key'), [...held]]).toEqual([{ ok: true, value: custom(kept) }, { ok: true, value: 'q%2Bkey' }, ['q%2Bkey']])
  expect([await sut.putInto(custom(kept)), (await sut.find(custom(kept))).secret]).toEqual([{ ok: true, value: custom(KEYED) }, null])
  expect(await sut.takeFrom(custom(kept))).toEqual({ ok: true, value: custom(kept) })
})

test.each(['wss://evil.example/v1?api-key=kept-in-the-keychain', 'wss://host.example:8443/v1?api-key=kept-in-the-keychain', 'ws://127.0.0.1:9/v1?api-key=kept-in-the-keychain', 'wss://host.example/v1?token=kept-in-the-keychain'])('what was taken out of one address is put into no other: %s', async (url) => {
  const { sut } = secrets()
  await sut.takeFrom(custom(KEYED))
  expect(await sut.putInto(custom(url))).toMatchObject({ ok: false, error: { tag: 'no-key' } })
})

test.each([
  ['wss://h.example/?API_KEY=a&Token=b&x-api-key=c&access_token=d', 4],
  ['wss://h.example/?apikeys=b&tokens=c&q=token', 0],
  ['wss://h.example/?Subscription-Key=a&sig=b&key=c&model=d&api-version=e&deployment=f', 3],
  ['wss://h.example/?api-key=&token', 0],
  ['wss://h.example/?%61pi-key=a', 1],
  ['wss://h.example/?%zz=a&token=b', 1],
])('%s holds %i keys', (url, count) => {
  expect(keysIn(url).length).toBe(count)
})

test('a key in the address of an unencrypted server is refused, and so is a login', async () => {
  const { sut, store } = secrets()
  const clear = custom('ws://host.example/v1?token=k')
  expect([await sut.takeFrom(clear), transportTarget(settings(clear), null, null), transportTarget(settings(custom('wss://me:word@host.example/v1')), null, null), await store.get('ws://host.example?token')]).toEqual([
    { ok: false, error: { tag: 'secret-exposed' } }, { ok: false, error: { tag: 'secret-exposed' } }, { ok: false, error: { tag: 'address-login' } }, { ok: true, value: null },
  ])
})

test.each([
  ['wss://host.example/v1?token=a&token=b', false],
  ['wss://host.example/v1?Token=a&x=1&%74oken=b', false],
  ['wss://host.example/v1?token=kept-in-the-keychain&token=b', false],
  ['wss://host.example/v1?token=kept-in-the-keychain&token=kept-in-the-keychain', true],
  ['wss://host.example/v1?token=a&api-key=b', true],
  ['wss://host.example/v1?q=a&q=b', true],
])('two keys under one name have no two places: of %s, taken is %s', async (url, isTaken) => {
  const { sut, store, held } = secrets(fakeSecretStore({ 'wss://host.example?token': 'before' }))
  const taken = await sut.takeFrom(custom(url))
  const kept = await store.get('wss://host.example?token')
  expect(isTaken ? taken.ok : [taken, kept, [...held]]).toEqual(isTaken ? true : [{ ok: false, error: { tag: 'address-keys' } }, { ok: true, value: 'before' }, []])
})

test('forgetting takes those of the address, too', async () => {
  const { sut, held } = secrets()
  const taken = await sut.takeFrom(custom(KEYED))
  if (taken.ok) await sut.forget(taken.value)
  expect([[...held], taken.ok && (await sut.putInto(taken.value)).ok]).toEqual([[], false])
})

test('a forgotten key is held by nothing any more', async () => {
  const { sut, held } = secrets()
  await sut.enter(OPENAI, 'k-one')
  await sut.forget(OPENAI)
  expect([...held]).toEqual([])
})

test('OpenAI gets a bearer key and no beta header; without a key nothing is dialled', () => {
  expect([transportTarget(settings(OPENAI), 'k', null), transportTarget(settings(OPENAI), null, null)]).toEqual([
    { ok: true, value: { url: 'wss://api.openai.com/v1/realtime?model=gpt-realtime-2.1', headers: { Authorization: 'Bearer k' } } },
    { ok: false, error: { tag: 'no-key' } },
  ])
})

test('a key with letters that fit in no header is a wrong key, not a broken Parley', () => {
  const pasted = ['sk-proj-ab\u2026yz', '\u200bsk-proj', 'sk-proj\nsk-proj']
  expect(pasted.map((key) => transportTarget(settings(OPENAI), key, null))).toEqual(
    pasted.map(() => ({ ok: false, error: { tag: 'auth', detail: 'the key has letters that no key has' } })),
  )
})

test('a key of 8 KB is sent whole; a longer one is refused as such, and not cut', () => {
  const [longest, longer] = ['k'.repeat(8_192), 'k'.repeat(8_193)]
  expect([longest, longer].map((key) => [transportTarget(settings(OPENAI), key, null), Asks['secret:set'].args.safeParse([key]).success])).toEqual([
    [expect.objectContaining({ ok: true, value: expect.objectContaining({ headers: { Authorization: `Bearer ${longest}` } }) }), true],
    [{ ok: false, error: { tag: 'secret-long' } }, false],
  ])
})

test.each([
  ['wss://other.example/v1/realtime#top', 'wss://other.example/v1/realtime?model=m%2Fx%201'],
  ['wss://other.example/v1/realtime?sig=a%20b+c%2f=&flag&sig=2#top', 'wss://other.example/v1/realtime?sig=a%20b+c%2f=&flag&sig=2&model=m%2Fx%201'],
  ['wss://other.example/v1/realtime?model=own&q=%7e#model=no', 'wss://other.example/v1/realtime?model=own&q=%7e'],
  ['wss://other.example/v1/realtime?#', 'wss://other.example/v1/realtime?model=m%2Fx%201'],
  ['wss://other.example/v1/realtime?m%6Fdel=own', 'wss://other.example/v1/realtime?m%6Fdel=own'],
])('the query of %s stays as it is, the fragment stays here', (url, dialled) => {
  expect(transportTarget({ ...settings({ kind: 'custom', url }), model: 'm/x 1' }, null, null)).toEqual({ ok: true, value: { url: dialled, headers: {} } })
})

test('Azure takes its key in a header of its own, and a model in the address wins', () => {
  const azure: Endpoint = { kind: 'custom', url: 'wss://mine.openai.azure.com/openai/v1/realtime?model=deployed' }
  expect(transportTarget(settings(azure), 'k', null)).toEqual({ ok: true, value: { url: azure.url, headers: { 'api-key': 'k' } } })
})

test('the practice endpoint is reached with its own token only', () => {
  const practice = { url: 'ws://127.0.0.1:9/v1/realtime', token: 't' }
  expect(transportTarget(settings({ kind: 'practice' }), 'k', practice)).toEqual({
    ok: true,
    value: { url: 'ws://127.0.0.1:9/v1/realtime?model=practice-echo', headers: { Authorization: 'Bearer t' } },
  })
})
