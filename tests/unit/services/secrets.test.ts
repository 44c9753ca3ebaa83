import { expect, test } from 'vitest'
import { Secrets } from '../../../src/main/services/secrets'
import { secretHost, transportTarget } from '../../../src/main/services/endpoint-target'
import { defaultSettings, type Endpoint } from '../../../src/shared/settings'
import { InvokeSchemas } from '../../../src/shared/ipc/contract'
import { fakeSecretStore } from '../../fakes/fake-world'

const OPENAI: Endpoint = { kind: 'openai' }
const OTHER: Endpoint = { kind: 'custom', url: 'wss://other.example:8443/v1/realtime' }
const secrets = (store = fakeSecretStore(), environment = {}) => {
  const told: string[] = []
  return { told, store, sut: new Secrets(store, environment, (error) => told.push(error.tag), () => undefined) }
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
  const { sut, store } = secrets(fakeSecretStore({ 'api.openai.com': 'k-one' }))
  await sut.find(OPENAI)
  await sut.find(OPENAI)
  expect(store.asked).toEqual(['api.openai.com'])
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
  const slow = slowStore({ 'other.example:8443': 'k-old' })
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
  expect({ place, told, found: await sut.find(OPENAI) }).toEqual({
    place: 'this-run',
    told: ['keychain'],
    found: { place: 'this-run', secret: 'k-one' },
  })
})

test('an entered key takes the place of the one from the environment, and forgetting takes both away', async () => {
  const { sut } = secrets(fakeSecretStore(), { 'api.openai.com': 'k-environment' })
  const before = (await sut.find(OPENAI)).place
  await sut.enter(OPENAI, 'k-entered')
  const entered = await sut.find(OPENAI)
  await sut.forget(OPENAI)
  expect([before, entered.secret, (await sut.find(OPENAI)).place]).toEqual(['environment', 'k-entered', 'none'])
})

test('hosts are told apart with their port; practice needs no key', () => {
  expect([secretHost(OPENAI), secretHost(OTHER), secretHost({ kind: 'practice' })]).toEqual(['api.openai.com', 'other.example:8443', null])
})

const settings = (endpoint: Endpoint) => ({ ...defaultSettings('linux'), endpoint })

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
  expect([longest, longer].map((key) => [transportTarget(settings(OPENAI), key, null), InvokeSchemas['secret:set'].safeParse([key]).success])).toEqual([
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
