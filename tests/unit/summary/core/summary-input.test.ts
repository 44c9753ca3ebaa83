import { expect, test } from 'vitest'
import { summaryInput } from '../../../../src/main/summary/core/summary-input'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { itemId } from '../../../../src/shared/ids'

const item = (id: string, change: Partial<ConversationItem> = {}): ConversationItem => ({
  id: itemId(id),
  role: 'user',
  kind: 'speech',
  text: id,
  status: 'done',
  heardChars: null,
  audioMs: null,
  ...change,
})

const read = (...args: Parameters<typeof summaryInput>) => {
  const { text, covers } = summaryInput(...args)
  return { lines: text.split('\n'), covers: [...covers] }
}

test('the former summary, then who said what, as it was heard', () => {
  const items = [
    item('a', { text: 'Hello' }),
    item('b', { role: 'assistant', text: 'Good day to you', heardChars: 8, status: 'interrupted' }),
    item('c', { role: 'assistant', kind: 'tool', tool: { callId: 'c', name: 'clock', arguments: '{}', output: '12:00' } }),
  ]
  expect(read({ text: 'They met.', covers: new Set([itemId('z')]) }, items)).toEqual({
    lines: ['Summary of what was said before: They met.', 'Person: Hello', 'Assistant: Good day', 'Tool clock: {} → 12:00'],
    covers: ['z', 'a', 'b', 'c'],
  })
})

test('what does not fit waits, and is not covered', () => {
  expect(read(null, [item('aaaa'), item('bbbb'), item('cccc')], 24)).toEqual({ lines: ['Person: aaaa', 'Person: bbbb'], covers: ['aaaa', 'bbbb'] })
})

test('one gigantic item is cut and covered: it would stand in the way for ever', () => {
  expect(read(null, [item('a', { text: 'x'.repeat(100) }), item('b')], 20)).toEqual({ lines: [`Person: … ${'x'.repeat(10)}`], covers: ['a'] })
})
