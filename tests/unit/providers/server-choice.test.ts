import { expect, test } from 'vitest'
import type { Question } from '../../../src/main/app/confirm-port'
import { ConnectionTest } from '../../../src/main/providers/connection-test'
import { Secrets } from '../../../src/main/app/secrets/secrets'
import { ServerChoice } from '../../../src/main/providers/server-choice'
import { SettingsService } from '../../../src/main/app/settings/settings-service'
import type { Endpoint, Settings } from '../../../src/shared/settings'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeTransport } from '../../fakes/fake-transport'
import { fakeSecretStore, fakeSettingsStore } from '../../fakes/fake-world'

const custom = (url: string): Endpoint => ({ kind: 'custom', url })
const NEW = custom('wss://new.example/v1?model=m')
const nothing = () => undefined

function choice(answer: boolean, kept: Partial<Settings> = {}, locked = false) {
  const asked: Question[] = []
  const timers = new FakeTimers()
  const store = fakeSecretStore({}, locked)
  const settings = new SettingsService(fakeSettingsStore(kept))
  const sut = new ServerChoice({
    settings,
    secrets: new Secrets(store, {}, nothing, nothing, nothing),
    test: new ConnectionTest(new FakeTransport(), timers),
    timers,
    practice: () => Promise.resolve({ url: 'ws://127.0.0.1:9/v1/realtime', token: 't' }),
    confirm: (question) => {
      asked.push(question)
      return Promise.resolve(answer)
    },
    secretUsed: nothing,
    secretChanged: nothing,
  })
  return { sut, settings, store, asked, timers }
}

test('a new host is named by main before anything is kept of it, and remembered once confirmed', async () => {
  const { sut, settings, asked } = choice(true)
  await sut.use({ endpoint: NEW, secret: 'k' })
  await sut.use({ endpoint: custom('wss://new.example/other'), secret: null })
  await sut.use({ endpoint: custom('wss://new.example:444/v1'), secret: null })
  expect([asked.map(({ title }) => title), settings.current.confirmedServers]).toEqual([
    ['Use new.example?', 'Use new.example:444?'], ['wss://new.example', 'wss://new.example:444'],
  ])
})

test('a no changes nothing and keeps no key', async () => {
  const { sut, settings, store } = choice(false)
  const answer = await sut.use({ endpoint: NEW, secret: 'k' })
  expect([answer, settings.current.endpoint, settings.current.confirmedServers, await store.get('wss://new.example')]).toEqual([
    { ok: false, error: { tag: 'not-confirmed' } }, { kind: 'practice' }, [], { ok: true, value: null },
  ])
})

test('after a no a page asks nobody for ten seconds, whatever it asks for, and is told so', async () => {
  const { sut, asked, timers } = choice(false)
  const tag = async (host: string) => {
    const answer = await sut.use({ endpoint: custom(`wss://${host}.example/v1`), secret: null })
    return answer.ok ? 'ok' : answer.error.tag
  }
  const said = [await tag('new'), await tag('new'), await tag('other')]
  timers.pass(9_999)
  said.push(await tag('new'))
  timers.pass(1)
  said.push(await tag('new'))
  expect([said, asked.length]).toEqual([['not-confirmed', 'asked-lately', 'asked-lately', 'asked-lately', 'not-confirmed'], 2])
})

test('questions asked while one is open are none, and do not count as a no', async () => {
  const { sut, asked } = choice(true)
  const tried = await Promise.all(['one', 'two'].map((host) => sut.use({ endpoint: custom(`wss://${host}.example/v1`), secret: null })))
  const later = await sut.use({ endpoint: custom('wss://two.example/v1'), secret: null })
  expect([tried.map((each) => each.ok || each.error.tag), later.ok, asked.length]).toEqual([[true, 'asked-lately'], true, 2])
})

test('a server in use needs no question, also right after a no', async () => {
  const { sut } = choice(false)
  await sut.use({ endpoint: NEW, secret: null })
  expect((await sut.use({ endpoint: { kind: 'practice' }, secret: null })).ok).toBe(true)
})

test('the same host in clear is another place', async () => {
  const { sut, asked } = choice(true, { confirmedServers: ['wss://new.example'] })
  await sut.use({ endpoint: custom('ws://new.example/v1'), secret: null })
  expect(asked.map(({ text }) => text.includes('ws://new.example'))).toEqual([true])
})

test.each([['practice'], ['openai']] as const)('%s needs no question', async (kind) => {
  const { sut, asked } = choice(false)
  expect([(await sut.use({ endpoint: { kind }, secret: null })).ok, asked]).toEqual([true, []])
})

test('hands-free towards a server that only the settings file has named is asked for once', async () => {
  const { sut, asked, settings } = choice(true, { endpoint: NEW })
  const ran: string[] = []
  sut.whenConfirmed(() => ran.push('first'))
  expect(ran).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  sut.whenConfirmed(() => ran.push('second'))
  expect([ran, asked.length, settings.current.confirmedServers]).toEqual([['first', 'second'], 1, ['wss://new.example']])
})

test('and not begun after a no, nor towards another server than was asked about', async () => {
  const ran: string[] = []
  const no = choice(false, { endpoint: NEW })
  no.sut.whenConfirmed(() => ran.push('no'))
  const elsewhere = choice(true, { endpoint: NEW })
  elsewhere.sut.whenConfirmed(() => ran.push('elsewhere'))
  elsewhere.settings.update({ endpoint: custom('wss://third.example/') })
  await new Promise((resolve) => setImmediate(resolve))
  expect(ran).toEqual([])
})

test('ports are not scanned: ten tests a minute', async () => {
  const { sut, timers } = choice(true)
  const verdicts: (string | null)[] = []
  for (let port = 1; port <= 12; port += 1) void sut.test({ endpoint: custom(`ws://127.0.0.1:${String(port)}/`), secret: null }).then((verdict) => verdicts.push(verdict))
  await new Promise((resolve) => setImmediate(resolve))
  const often = verdicts.filter((verdict) => verdict === 'often').length
  timers.pass(60_001)
  const later = sut.test({ endpoint: custom('ws://127.0.0.1:1/'), secret: null })
  sut.stopTest()
  expect([often, await later]).toEqual([2, 'stopped'])
})

test('another key in the place of one that is there needs a yes; the same one, or the first, does not', async () => {
  const { sut, asked, store } = choice(false)
  await sut.use({ endpoint: { kind: 'openai' }, secret: 'k-own' })
  const again = await sut.use({ endpoint: { kind: 'openai' }, secret: 'k-own' })
  const foreign = await sut.use({ endpoint: { kind: 'openai' }, secret: 'k-foreign' })
  expect([again.ok, foreign, asked.map(({ title }) => title), await store.get('wss://api.openai.com')]).toEqual([
    true, { ok: false, error: { tag: 'not-confirmed' } }, ['Replace the API key for OpenAI?'], { ok: true, value: 'k-own' },
  ])
})

test.each([
  ['unlocked', false, 'wss://old.example/v1?token=kept-in-the-keychain'],
  ['locked: it would be gone with this run', true, 'wss://old.example/v1?token=t'],
])('a key that an older version left in the address, keychain %s', async (_what, locked, url) => {
  const { sut, settings } = choice(true, { endpoint: custom('wss://old.example/v1?token=t') }, locked)
  await sut.tidy()
  expect(settings.current.endpoint).toEqual(custom(url))
})
