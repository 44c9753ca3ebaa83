import { expect, test } from 'vitest'
import { formOf } from '../../../../src/main/mcp/core/question'

const asks = (name: string, field: object = { type: 'string' }, required: readonly string[] = [name]) => formOf('Please', { type: 'object', properties: { [name]: field }, required })

test.each([
  'password', 'passwort', 'apiKey', 'api_key', 'API-Key', 'accessToken', 'secret', 'pin', 'cvv', 'cardNumber', 'credit card', 'recovery code', 'seedPhrase', 'verificationCode', 'ssn', 'ｐａｓｓｗｏｒｄ', 'contraseña', 'p\u0430ssword', 'passw\u03bfrd',
])('%s is not asked for', (name) => {
  expect(asks(name)).toBeNull()
})

test.each([
  ['in the title', { type: 'string', title: 'Your password' }], ['in the description', { type: 'string', description: 'The 6 digits, your PIN' }], ['by its format', { type: 'string', format: 'password' }], ['as what is only written', { type: 'string', writeOnly: true }],
])('a secret is seen %s', (_where, field) => {
  expect(asks('value', field)).toBeNull()
})

test('a secret in the message is one, too', () => {
  expect(formOf('Enter your bank password', { type: 'object', properties: { value: { type: 'string' } } })).toBeNull()
})

test.each(['name', 'opinion', 'shopping', 'city', 'spinning', 'имя', 'µm', 'имя name'])('%s is asked for', (name) => {
  expect(asks(name)).toEqual({ kind: 'form', fields: [{ name, title: name, description: '', required: true, kind: { type: 'text', minChars: 0, maxChars: 10_000, format: null } }] })
})

test('what need not be there and looks like a secret is left out; what cannot be asked and must be there ends it', () => {
  const both = { type: 'object', properties: { city: { type: 'string' }, token: { type: 'string' }, many: { type: 'array', items: { type: 'string' } } } }
  expect(formOf('x', both)).toMatchObject({ fields: [{ name: 'city' }] })
  expect([formOf('x', { ...both, required: ['many'] }), formOf('x', { type: 'object', properties: { token: { type: 'string' } } }), formOf('x', 5), formOf('x', { properties: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`f${String(at)}`, { type: 'string' }])) })]).toEqual([null, null, null, null])
})

test.each<[object, unknown]>([
  [{ type: 'string', minLength: 2, maxLength: 5, format: 'email' }, { type: 'text', minChars: 2, maxChars: 5, format: 'email' }],
  [{ type: 'string', format: 'ipv4', minLength: -1, maxLength: 1e9 }, { type: 'text', minChars: 0, maxChars: 10_000, format: null }],
  [{ type: 'string', minLength: 5, maxLength: 2 }, null],
  [{ type: 'integer', minimum: 1, maximum: 100 }, { type: 'number', whole: true, least: 1, most: 100 }],
  [{ type: 'number', minimum: 2, maximum: 1 }, null],
  [{ type: 'array', items: { type: 'string', enum: ['a', 'b'] }, minItems: 1, maxItems: 9 }, { type: 'choices', options: [{ value: 'a', title: 'a' }, { value: 'b', title: 'b' }], least: 1, most: 2 }],
  [{ type: 'array', items: { anyOf: [{ const: 'a', title: 'Ah' }] } }, { type: 'choices', options: [{ value: 'a', title: 'Ah' }], least: 0, most: 1 }],
  [{ type: 'array', items: { type: 'string', enum: ['a'] }, minItems: 2 }, null],
  [{ type: 'array', items: { type: 'string' } }, null],
])('%j is asked for as %j', (given, kind) => {
  const asked = asks('x', given)
  expect(asked?.kind === 'form' ? asked.fields[0]?.kind : null).toEqual(kind)
})
