import { expect, test } from 'vitest'
import { featureSecrets } from '../../../../src/main/app/feature-secrets'
import { SecretCache } from '../../../../src/main/app/secrets/secret-cache'
import { fakeSecretStore } from '../../../fakes/fake-world'

function world(store = fakeSecretStore()) {
  const told: string[] = []
  const held = new Set<string>()
  const cache = new SecretCache(store, {}, { notify: ({ tag }) => void told.push(tag), used: (secret) => void held.add(secret), unused: (secret) => void held.delete(secret) })
  return { store, told, held, secrets: featureSecrets(cache) }
}

const ORIGIN = 'https://api.example.org:8443'

test('what a feature keeps is found by it alone, in this run and the next, and by no other', async () => {
  const { store, secrets } = world()
  await secrets('mcp').keep(ORIGIN, 'k-1')
  const next = world(store).secrets
  const found = [await secrets('mcp').find(ORIGIN), await next('mcp').find(ORIGIN), await next('knowledge').find(ORIGIN), await next('mcp').find('https://api.example.org')]
  await next('mcp').forget(ORIGIN)
  expect([...found, await world(store).secrets('mcp').find(ORIGIN)]).toEqual(['k-1', 'k-1', null, null, null])
})

test('the keychain is asked for this entry and no other, the keys of servers least of all', async () => {
  const { store, secrets } = world(fakeSecretStore({ 'wss://api.openai.com': 'k-voice', '': 'k-nameless' }))
  const found = [await secrets('mcp').find('wss://api.openai.com'), await secrets('mcp').find(''), await secrets('mcp').find('a/b?c#d')]
  expect([found, store.asked]).toEqual([[null, null, null], ['parley:mcp/wss%3A%2F%2Fapi.openai.com', 'parley:mcp/', 'parley:mcp/a%2Fb%3Fc%23d']])
})

test('in a locked keychain it is kept for this run, and the person is told; forgotten, nothing holds it', async () => {
  const { told, held, secrets } = world(fakeSecretStore({}, true))
  await secrets('mcp').keep(ORIGIN, 'k-1')
  const now = [await secrets('mcp').find(ORIGIN), [...held]]
  await secrets('mcp').forget(ORIGIN)
  expect([...now, await secrets('mcp').find(ORIGIN), [...held], told]).toEqual(['k-1', ['k-1'], null, [], ['keychain']])
})
