import { expect, test } from 'vitest'
import { NOT_OURS } from '../../../../src/main/history/core/export-json'
import { conversationFrom, frameFault } from '../../../../src/main/history/core/import-schema'

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
  expect(frameFault(frame)).toBe(expected)
})

test('a file without anything in it', () => {
  expect(frameFault(undefined)).toBe(NOT_OURS)
})

test.each([
  ['another kind of value', 'hello', 'Conversation 7'],
  ['a missing field', { ...TALK, title: undefined }, 'Conversation 7 → title'],
  ['a wrong role', { ...TALK, items: [{ ...TALK.items[0], role: 'system' }] }, 'Conversation 7 → items → 0 → role'],
  ['a time that is none', { ...TALK, startedAt: 'yesterday' }, 'Conversation 7 → startedAt'],
  ['a time before 1970', { ...TALK, startedAt: '1900-01-01T00:00:00.000Z' }, 'Conversation 7 → startedAt: must not be before 1970'],
  ['the same item twice', { ...TALK, items: [...TALK.items, ...TALK.items] }, 'Conversation 7 → items: two items have the same id'],
])('a conversation with %s says where', (_what, talk, expected) => {
  const read = conversationFrom(talk, 7)
  expect(read.ok ? null : read.error).toContain(expected)
})

test('what a later version adds is passed over', () => {
  expect(conversationFrom({ ...TALK, mood: 'good' }, 1).ok).toBe(true)
})
