import { expect, test } from 'vitest'
import { conversationFrom, frameFault } from '../../../../src/main/history/core/import-schema'
import { ListReader, NOT_OURS } from '../../../../src/main/history/core/list-reader'

const FRAME = { format: 'parley-history', version: 1, exportedAt: '2026-03-01T10:00:00.000Z', conversations: [] }
const TALK = {
  id: 'a', title: '', titled: false, pinned: false, startedAt: '2026-03-01T10:00:00.000Z', updatedAt: '2026-03-01T10:00:00.000Z', endpoint: 'OpenAI',
  items: [{
    id: 'i', position: 1, role: 'user', kind: 'text', status: 'done', createdAt: '2026-03-01T10:00:00.000Z', text: '', heardChars: null, audioMs: null,
  }],
}

test.each([
  ['another format', { ...FRAME, format: 'chat' }, NOT_OURS],
  ['no list', { ...FRAME, conversations: undefined }, NOT_OURS],
  ['a later version', { ...FRAME, version: 2 }, 'It was written by another version of Parley (format 2).'],
  ['ours', FRAME, null],
])('a file: %s', (_what, frame, expected) => {
  expect(frameFault(JSON.stringify(frame))).toBe(expected)
})

test('a file that is no JSON', () => {
  expect(frameFault('{"format":')).toBe(NOT_OURS)
})

test.each([
  ['no JSON', '{', 'Conversation 7'],
  ['a missing field', { ...TALK, title: undefined }, 'Conversation 7 → title'],
  ['a wrong role', { ...TALK, items: [{ ...TALK.items[0], role: 'system' }] }, 'Conversation 7 → items → 0 → role'],
  ['a time that is none', { ...TALK, startedAt: 'yesterday' }, 'Conversation 7 → startedAt'],
  ['a time before 1970', { ...TALK, startedAt: '1900-01-01T00:00:00.000Z' }, 'Conversation 7 → startedAt: must not be before 1970'],
  ['the same item twice', { ...TALK, items: [...TALK.items, ...TALK.items] }, 'Conversation 7 → items: two items have the same id'],
])('a conversation with %s says where', (_what, talk, expected) => {
  const read = conversationFrom(typeof talk === 'string' ? talk : JSON.stringify(talk), 7)
  expect(read.ok ? null : read.error).toContain(expected)
})

test('what a later version adds is passed over', () => {
  expect(conversationFrom(JSON.stringify({ ...TALK, mood: 'good' }), 1).ok).toBe(true)
})

test('commas and brackets inside texts do not end a conversation', () => {
  const reader = new ListReader()
  const read = reader.push('{"a":"[,]","conversations":[{"x":"],[\\"}"},\n[1,{"y":2}] ,]}')
  expect({ read, frame: reader.frame() }).toEqual({
    read: { ok: true, value: ['{"x":"],[\\"}"}', '\n[1,{"y":2}] ', ''] }, frame: '{"a":"[,]","conversations":[]}',
  })
})

test('an empty list has no conversations; another file ends early', () => {
  expect(new ListReader().push('{"conversations":[ \n]}')).toEqual({ ok: true, value: [] })
  expect(new ListReader().push('some text '.repeat(2_000))).toEqual({ ok: false, error: NOT_OURS })
})

test('a conversation of more values than an array can hold is refused before anybody makes one', () => {
  const sut = new ListReader()
  const chunk = '1,'.repeat(1_000_000)
  sut.push(`{"format":"parley-history","conversations":[{"items":[`)
  const read = Array.from({ length: 21 }, () => sut.push(chunk).ok)
  expect(read.indexOf(false)).toBe(20)
})
