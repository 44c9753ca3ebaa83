import { expect, test } from 'vitest'
import { schemaFault } from '../../../../src/main/mcp/core/schema-check'
import { cleanSchema } from '../../../../src/main/mcp/core/schema-clean'
import type { Json, JsonObject } from '../../../../src/main/tools/core/tool'

const SCHEMA: JsonObject = {
  type: 'object', required: ['path'], additionalProperties: false, $defs: { mode: { enum: ['a', 'b'] } },
  properties: {
    path: { type: 'string', minLength: 1, maxLength: 5 }, count: { type: 'integer', minimum: 1, maximum: 9 }, mode: { $ref: '#/$defs/mode' },
    list: { type: 'array', items: { type: 'number' }, maxItems: 2 }, either: { anyOf: [{ type: 'string' }, { type: 'null' }] }, deep: { type: 'object', properties: { x: { const: 1 } }, required: ['x'] },
  },
}

test.each<[Json, string | null]>([
  [{ path: 'x' }, null],
  [{ path: 'x', count: 2, mode: 'a', list: [1, 2], either: null, deep: { x: 1 } }, null],
  [{}, '“path” is missing.'],
  [{ path: 5 }, '“path” must be a text.'],
  [{ path: '' }, '“path” is too short.'],
  [{ path: 'longer' }, '“path” is too long.'],
  [{ path: '👍👍👍👍👍' }, null],
  [{ path: 'x', count: 1.5 }, '“count” must be a whole number.'],
  [{ path: 'x', count: 0 }, '“count” is too small.'],
  [{ path: 'x', count: 10 }, '“count” is too large.'],
  [{ path: 'x', mode: 'c' }, '“mode” must be one of ["a","b"].'],
  [{ path: 'x', list: [1, 'y'] }, '“list.1” must be a number.'],
  [{ path: 'x', list: [1, 2, 3] }, '“list” is too long.'],
  [{ path: 'x', either: 5 }, '“either” fits none of what it may be.'],
  [{ path: 'x', deep: {} }, '“deep.x” is missing.'],
  [{ path: 'x', deep: { x: 2 } }, '“deep.x” must be 1.'],
  [{ path: 'x', other: 1 }, '“other” is not one of the arguments.'],
  [JSON.parse('{"path":"x","__proto__":{}}') as Json, '“__proto__” is not one of the arguments.'],
  ['text', 'The arguments must be an object.'],
])('%j: %s', (value, fault) => {
  expect(schemaFault(SCHEMA, value)).toBe(fault)
})

test('a schema that leads round in circles, or widens without end, ends', () => {
  const around: JsonObject = { type: 'object', $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }
  const wide: JsonObject = { type: 'object', $defs: { a: { anyOf: Array.from({ length: 10 }, () => ({ $ref: '#/$defs/a' })) } }, properties: { x: { $ref: '#/$defs/a' } } }
  const before = performance.now()
  expect([schemaFault(around, {}), typeof schemaFault(wide, { x: 1 })]).toEqual(['The arguments are too complicated to be checked.', 'string'])
  expect(performance.now() - before).toBeLessThan(2_000)
})

test('a long list that is compared from everywhere, or a long text that is measured from everywhere, ends', () => {
  const doubled = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a${String(at)}`, { allOf: [{ $ref: `#/$defs/a${String(at + 1)}` }, { $ref: `#/$defs/a${String(at + 1)}` }] }]))
  const around = (leaf: JsonObject): JsonObject => ({ $defs: { ...doubled, a10: leaf }, properties: { x: { $ref: '#/$defs/a0' } } })
  const numbers = Array.from({ length: 1_500 }, (_, at) => at)
  expect([schemaFault(around({ enum: numbers }), { x: 1_499 }), schemaFault(around({ maxLength: 1_000_000 }), { x: 'a'.repeat(100_000) }), schemaFault(around({ const: 'a' }), { x: 'a' })]).toEqual([
    'The arguments are too complicated to be checked.', 'The arguments are too complicated to be checked.', null,
  ])
  expect([schemaFault({ properties: { x: { enum: numbers } } }, { x: 1_499 }), schemaFault({ properties: { x: { maxLength: 1_000_000 } } }, { x: 'a'.repeat(1_000_000) })]).toEqual([null, null])
})

test('a pattern is not run, wherever it comes from', () => {
  expect(schemaFault({ properties: { x: { type: 'string', pattern: '^(a+)+$' } }, patternProperties: { '^x$': false } }, { x: 'b' })).toBeNull()
})

test('what nobody needs is left out of a schema: patterns, addresses, what is not seen', () => {
  expect(cleanSchema({
    $schema: 'https://example.org/x', $id: 'y', type: 'object', $comment: 'z',
    properties: { a: { type: 'string', pattern: '^(a+)+$', description: 'Read\u200b it\u202e', enum: ['b\u200b'] } }, patternProperties: { '.*': {} }, required: ['a'],
  })).toEqual({ type: 'object', properties: { a: { type: 'string', description: 'Read it', enum: ['b'] } }, required: ['a'] })
})

test.each<[string, unknown]>([
  ['none', undefined], ['a list', []], ['of a text', { type: 'string' }], ['properties that are none', { type: 'object', properties: 7 }], ['a property that is none', { properties: { a: 5 } }],
  ['a type that is none', { properties: { a: { type: 'file' } } }], ['another place', { properties: { a: { $ref: 'https://example.org/s.json' } } }],
  ['a name that is not seen', { properties: { 'a\u200b': {} } }], ['too many parts', { properties: Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`p${String(at)}`, {}])) }],
  ['too deep', Array.from({ length: 30 }).reduce<JsonObject>((inner) => ({ type: 'object', properties: { a: inner } }), {})],
])('no schema: %s', (_what, given) => {
  expect(cleanSchema(given)).toBeNull()
})

test('a schema without properties has none', () => {
  expect(cleanSchema({})).toEqual({ type: 'object', properties: {} })
})
