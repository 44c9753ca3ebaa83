import { expect, test } from 'vitest'
import { withModel } from '../../../src/main/providers/dialled-address'

test.each([
  ['quotes and brackets', `wss://h.example/v1?q='a"b<c>d\``, `wss://h.example/v1?q='a"b<c>d\`&model=m`],
  ['braces, a bar, a caret and a backslash', 'wss://h.example/v1?q={a}|^\\[b]', 'wss://h.example/v1?q={a}|^\\[b]&model=m'],
  ['a plus, escapes of either case, and a broken one', 'wss://h.example/v1?q=a+b%2f%2F%zz', 'wss://h.example/v1?q=a+b%2f%2F%zz&model=m'],
  ['a second question mark and empty parts', 'wss://h.example/v1?a=?&&b', 'wss://h.example/v1?a=?&&b&model=m'],
  ['a model of its own', `wss://h.example/v1?model=o'1&x=<`, `wss://h.example/v1?model=o'1&x=<`],
  ['no query', 'wss://h.example', 'wss://h.example/?model=m'],
  ['a bare question mark', 'wss://h.example/v1?', 'wss://h.example/v1?model=m'],
  ['a question mark in the fragment', `wss://h.example/v1#a?b='`, 'wss://h.example/v1?model=m'],
  ['what no request can carry', 'wss://h.example/v1?q=a b é\ud800', 'wss://h.example/v1?q=a%20b%20%C3%A9%EF%BF%BD&model=m'],
])('the query goes out as it was typed: %s', (_what, typed, dialled) => {
  expect(withModel(typed, 'm')).toBe(dialled)
})

test('a model of ours is escaped', () => {
  expect(withModel('wss://h.example/v1?a=1', `a&b'`)).toBe(`wss://h.example/v1?a=1&model=a%26b'`)
})
