import { expect, test } from 'vitest'
import { seedEvents } from '../../../../src/main/core/conversation/seed'
import type { ConversationItem } from '../../../../src/shared/conversation'
import { itemId } from '../../../../src/shared/ids'

const item = (id: string, change: Partial<ConversationItem>): ConversationItem => ({
  id: itemId(id),
  role: 'user',
  kind: 'speech',
  text: id,
  status: 'done',
  heardChars: null,
  audioMs: null,
  ...change,
})

const said = (items: readonly ConversationItem[], budget?: number) =>
  seedEvents(items, budget).map((event) => ('item' in event ? `${event.item.role}: ${event.item.content[0]?.text ?? ''}` : event.type))

test('both sides in order, the assistant with what was heard', () => {
  expect(
    said([
      item('a', { text: 'Which trees are these?' }),
      item('b', { role: 'assistant', text: 'Beeches and ashes, I think', status: 'interrupted', heardChars: 7 }),
    ]),
  ).toEqual(['user: Which trees are these?', 'assistant: Beeches'])
})

test('nothing unfinished, failed, silent or unheard', () => {
  expect(
    said([
      item('a', { status: 'growing' }),
      item('b', { status: 'failed' }),
      item('c', { text: '' }),
      item('d', { role: 'assistant', heardChars: 0, status: 'interrupted' }),
    ]),
  ).toEqual([])
})

test('the newest are whole, and what does not fit ends the seed', () => {
  expect(said([item('one', { text: 'x'.repeat(50) }), item('two', {}), item('three', {})], 10)).toEqual(['user: two', 'user: three'])
})
