import { expect, test } from 'vitest'
import { answersOf } from '../../../../../src/renderer/src/ui/panel/servers/question-answers'
import type { AskedField } from '../../../../../src/shared/mcp/questions'

const field = (name: string, kind: AskedField['kind'], required = false): AskedField => ({ name, title: name.toUpperCase(), description: '', required, kind })
const TEXT = { type: 'text', minChars: 0, maxChars: 100, format: null } as const
const NUMBER = { type: 'number', whole: false, least: null, most: null } as const
const FIELDS = [
  field('name', TEXT, true), field('count', { ...NUMBER, whole: true }), field('share', NUMBER),
  field('sure', { type: 'yes-no' }), field('colour', { type: 'choice', options: [{ value: 'r', title: 'Red' }, { value: ' b', title: 'Blue' }] }),
]

test.each([
  [{ name: 'Anna', count: '3', share: '0,5', sure: true, colour: 'r' }, { ok: true, value: { name: 'Anna', count: 3, share: 0.5, sure: true, colour: 'r' } }],
  [{ name: ' A', colour: ' b' }, { ok: true, value: { name: ' A', sure: false, colour: ' b' } }],
  [{ name: 'Anna' }, { ok: true, value: { name: 'Anna', sure: false } }],
  [{}, { ok: false, error: { field: 'name', words: '“NAME” is required.' } }],
  [{ name: '  ' }, { ok: false, error: { field: 'name', words: '“NAME” is required.' } }],
  [{ name: 'A', count: '3.5' }, { ok: false, error: { field: 'count', words: '“COUNT” must be a whole number.' } }],
  [{ name: 'A', count: '0x10' }, { ok: false, error: { field: 'count', words: '“COUNT” must be a number.' } }],
  [{ name: 'A', share: '1e999' }, { ok: false, error: { field: 'share', words: '“SHARE” must be a number.' } }],
  [{ name: 'A', share: 'Infinity' }, { ok: false, error: { field: 'share', words: '“SHARE” must be a number.' } }],
])('%j', (typed, answer) => {
  expect(answersOf(FIELDS, typed)).toEqual(answer)
})

const DAY = { ...TEXT, format: 'date' } as const
const OPTIONS = ['a', 'b', 'c'].map((value) => ({ value, title: value }))
const CHOICES = { type: 'choices', options: OPTIONS, least: 1, most: 2 } as const

test.each<[AskedField['kind'], string | boolean | readonly string[], unknown]>([
  [{ ...TEXT, minChars: 3, maxChars: 5 }, 'ab', '“X” needs at least 3 characters.'],
  [{ ...TEXT, minChars: 1, maxChars: 2 }, 'a👍', 'a👍'],
  [{ ...TEXT, maxChars: 1 }, 'ab', '“X” can have at most 1 character.'],
  [{ ...TEXT, format: 'email' }, ' anna@example.org ', 'anna@example.org'],
  [{ ...TEXT, format: 'email' }, 'anna@example', '“X” must be an email address, for example anna@example.org.'],
  [{ ...TEXT, format: 'uri' }, 'example.org', '“X” must be an address, for example https://example.org.'],
  [DAY, '2026-02-28', '2026-02-28'],
  [DAY, '2026-02-30', '“X” must be a date, for example 2026-11-30.'],
  [{ ...TEXT, format: 'date-time' }, '2026-11-30T16:05', new Date('2026-11-30T16:05').toJSON()],
  [{ ...TEXT, format: 'date-time' }, 'today', '“X” must be a date and time, for example 2026-11-30T16:05:00Z.'],
  [{ ...NUMBER, least: 1, most: 100 }, '0', '“X” must be at least 1.'],
  [{ ...NUMBER, least: 1, most: 100 }, '100,5', '“X” must be at most 100.'],
  [CHOICES, ['c', 'a'], ['c', 'a']],
  [CHOICES, [], 'Choose at least 1 for “X”.'],
  [CHOICES, ['a', 'b', 'c'], 'Choose at most 2 for “X”.'],
  [CHOICES, ['a', 'd'], '“X” must be one of the choices.'],
])('%j: %j', (kind, typed, expected) => {
  const answer = answersOf([field('x', kind, true)], { x: typed })
  expect(answer.ok ? answer.value['x'] : answer.error.words).toEqual(expected)
})

test('of what is left empty nothing is sent, also where one could choose several', () => {
  expect(answersOf([field('x', CHOICES), field('y', DAY), field('z', { ...NUMBER, least: 1 })], { y: ' ', z: '' })).toEqual({ ok: true, value: {} })
})
