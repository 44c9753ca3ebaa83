import { expect, test } from 'vitest'
import { answersOf } from '../../../../../src/renderer/src/ui/panel/servers/question-answers'
import type { AskedField } from '../../../../../src/shared/mcp/servers'

const field = (name: string, kind: AskedField['kind'], required = false): AskedField => ({ name, title: name.toUpperCase(), description: '', required, kind })
const FIELDS = [
  field('name', { type: 'text', maxChars: 100 }, true), field('count', { type: 'number', whole: true }), field('share', { type: 'number', whole: false }),
  field('sure', { type: 'yes-no' }), field('colour', { type: 'choice', options: [{ value: 'r', title: 'Red' }, { value: ' b', title: 'Blue' }] }),
]

test.each([
  [{ name: 'Anna', count: '3', share: '0,5', sure: true, colour: 'r' }, { ok: true, value: { name: 'Anna', count: 3, share: 0.5, sure: true, colour: 'r' } }],
  [{ name: ' A', colour: ' b' }, { ok: true, value: { name: ' A', sure: false, colour: ' b' } }],
  [{ name: 'Anna' }, { ok: true, value: { name: 'Anna', sure: false } }],
  [{}, { ok: false, error: '“NAME” is still empty.' }],
  [{ name: '  ' }, { ok: false, error: '“NAME” is still empty.' }],
  [{ name: 'A', count: '3.5' }, { ok: false, error: '“COUNT” must be a whole number.' }],
  [{ name: 'A', count: '0x10' }, { ok: false, error: '“COUNT” must be a number.' }],
  [{ name: 'A', share: '1e999' }, { ok: false, error: '“SHARE” must be a number.' }],
  [{ name: 'A', share: 'Infinity' }, { ok: false, error: '“SHARE” must be a number.' }],
])('%j', (typed, answer) => {
  expect(answersOf(FIELDS, typed)).toEqual(answer)
})
