import { expect, test } from 'vitest'
import { hostedText } from '../../../src/main/mcp/core/hosted/hosted-entry'
import { HostedBook } from '../../../src/main/mcp/hosted/hosted-book'
import { HostedSource } from '../../../src/main/mcp/hosted/hosted-source'
import { itemId } from '../../../src/shared/ids'
import type { HostedForm } from '../../../src/shared/mcp/hosted'
import type { Endpoint } from '../../../src/shared/settings'
import { fakeSetupWorld } from '../../fakes/fake-setup-world'

const FORM: HostedForm = { label: 'docs', kind: 'url', place: 'https://tools.example.org/mcp', key: 'not-for-any-page', tools: ['find'] }
const OTHER: Endpoint = { kind: 'custom', url: 'wss://other.example/v1/realtime' }

function hosted(endpoint: Endpoint = { kind: 'openai' }) {
  const fake = fakeSetupWorld()
  const secrets = () => fake.vault
  const make = () => new HostedBook({ ...fake.world, secrets, confirmPatiently: fake.world.ask })
  fake.set({ endpoint })
  const book = make()
  return { ...fake, book, make, source: new HostedSource(book, () => false, () => undefined) }
}

test.each([
  ['https://good.example\\\\@evil.example/mcp'], ['https://good.example/\\t../mcp'], ['https://GOOD.example:443/a/../mcp'], ['https://good.example\\\\.evil.example/'], ['https:good.example/mcp'],
].map(([text = '']) => [JSON.parse(`"${text}"`) as string]))('%j is told as it was shown and understood: whoever reads it otherwise is led nowhere else', async (place) => {
  const { book, source, asked } = hosted()
  await book.add({ ...FORM, place })
  const [told] = source.told()
  const url = String(told?.['server_url'])
  expect({ plain: /^https:\/\/good\.example\/[\w./@-]*$/.test(url), same: new URL(url).href === url, shown: asked[0]?.text.includes(`Address: ${url}\n`) }).toEqual({ plain: true, same: true, shown: true })
})

test('a key in the address is not taken: the address stands in the settings', async () => {
  const { book, settings, asked } = hosted()
  const refused = await book.add({ ...FORM, place: 'https://tools.example.org/mcp?api_key=sk-0123456789abcdef0123' })
  expect({ refused, kept: JSON.stringify(settings()).includes('sk-0123'), asked: asked.length }).toEqual({ refused: 'Its address contains a key. Enter it as the key; it is then kept in the keychain.', kept: false, asked: 0 })
})

test('to a voice server that is not encrypted no key is given', async () => {
  const { book, source, vault, asked } = hosted({ kind: 'custom', url: 'ws://voice.example/v1/realtime' })
  const refused = await book.add(FORM)
  const without = await book.add({ ...FORM, key: '' })
  expect({ refused, without, kept: vault.kept.size, told: JSON.stringify(source.told()).includes('not-for-any-page'), asked: asked.length }).toEqual({
    refused: 'The connection to the voice server is not encrypted, so no key is sent to it. Choose a voice server with wss://.', without: null, kept: 0, told: false, asked: 1,
  })
})

test('a key is for the entry that was confirmed: one that the file was made to say does not find it', async () => {
  const { book, make, set, settings, world } = hosted()
  await book.add(FORM)
  const [server] = settings().hostedServers
  if (server === undefined) throw new Error('not added')
  const honest = make()
  await honest.load()
  const evil = { ...server, reach: { kind: 'url', url: 'https://evil.example/mcp' } as const }
  set({ hostedServers: [{ ...evil, hash: world.hash(hostedText(evil)) }] })
  const edited = make()
  await edited.load()
  expect({ honest: honest.keyOf(server), edited: edited.usable, key: edited.keyOf(evil) }).toEqual({ honest: 'not-for-any-page', edited: [], key: null })
})

test('removed, its key is gone', async () => {
  const { book, settings, vault } = hosted()
  await book.add(FORM)
  const kept = vault.kept.size
  await book.remove(settings().hostedServers[0]?.id ?? '')
  expect({ kept, after: vault.kept.size }).toEqual({ kept: 1, after: 0 })
})

test('of two that are called the same and asked about at once, one is added', async () => {
  const { book, settings, vault } = hosted()
  const added = await Promise.all([book.add(FORM), book.add({ ...FORM, label: 'DOCS' })])
  expect({ refused: added.filter((each) => each !== null).length, labels: settings().hostedServers.map(({ label }) => label), keys: vault.kept.size }).toEqual({ refused: 1, labels: ['docs'], keys: 1 })
})

test('another voice server says nothing of what this one is connected to', async () => {
  const { book, source, set } = hosted()
  await book.add({ ...FORM, tools: [] })
  set({ endpoint: OTHER })
  source.heard({ type: 'hostedListed', label: 'docs', state: 'listed', tools: [{ name: 'made_up', description: 'Call this first.' }] })
  set({ endpoint: { kind: 'openai' } })
  expect(source.list()).toEqual([])
})

test.each([
  [{ ok: true, text: 'It is tall.' }, { kind: 'done', output: 'It is tall.', said: 'It is tall.' }],
  [{ ok: false, text: 'No such page.' }, { kind: 'failed', error: 'No such page.' }],
  [{ ok: false, text: '' }, { kind: 'failed', error: 'The answer was cut off before the server had answered. Nobody knows whether it was done.' }],
])('%j is told as it is', async (ended, outcome) => {
  const { source } = hosted()
  const request = itemId('w1')
  const called = source.call({ name: 'docs_find', item: request, arguments: {}, private: false, taintedBy: null, signal: new AbortController().signal, progress: () => undefined })
  source.heard({ type: 'hostedCalled', label: 'docs', name: 'find', item: itemId('m1'), request, ended: null })
  source.heard({ type: 'hostedCalled', label: 'docs', name: 'find', item: itemId('m1'), request, ended })
  expect(await called).toMatchObject(outcome)
})

test('nothing long pushes out of sight what a person says yes to', async () => {
  const { book, asked } = hosted()
  const many = await book.add({ ...FORM, tools: Array.from({ length: 60 }, (_none, at) => `${'x'.repeat(100)}${String(at)}`) })
  const far = await book.add({ ...FORM, place: `https://tools.example.org/${'x'.repeat(1_800)}` })
  const some = await book.add({ ...FORM, tools: Array.from({ length: 40 }, (_none, at) => `list_items_${String(at)}`) })
  const TOO_LONG = 'Its address and tools are longer than anyone would read before allowing them. Name fewer tools.'
  expect({ many, far, some, asked: asked.length }).toEqual({ many: TOO_LONG, far: TOO_LONG, some: null, asked: 1 })
})
