import { expect, test } from 'vitest'
import { keysIn } from '../../../../src/shared/providers/address-keys'
import { holdsKey } from '../../../../src/shared/providers/key-like-names'

test.each([
  'key', 'KEY', 'api-key', 'api_key', 'apiKey', 'x-api-key', 'X_API_KEY', 'subscription-key', 'Ocp-Apim-Subscription-Key', 'access_token', 'access-token', 'accessToken', 'apikey',
  'token', 'auth_token', 'sig', 'signature', 'X-Amz-Signature', 'x-goog-signature', 'client_secret', 'client.secret', 'password', 'jwt', 'code', 'Authorization',
])('%s holds a key', (name) => {
  expect(holdsKey(name)).toBe(true)
  expect(keysIn(`wss://h.example/v1?model=m&${name}=q&api-version=1`)).toEqual([{ name: name.toLowerCase(), value: 'q' }])
})

test.each(['model', 'api-version', 'api_version', 'deployment', 'keyboard', 'monkey', 'tokens', 'max_tokens', 'keys', 'design', 'region', 'language', 'id', 'session', 'q', 'toString', 'constructor', ''])('%s holds none', (name) => {
  expect(holdsKey(name)).toBe(false)
})
