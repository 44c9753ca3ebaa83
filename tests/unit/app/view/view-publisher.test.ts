import { expect, test } from 'vitest'
import { itemsPatch, ViewPublisher } from '../../../../src/main/app/view/view-publisher'
import type { Conversation, ConversationItem } from '../../../../src/shared/conversation'
import { itemId } from '../../../../src/shared/ids'
import { sampleView } from '../../state/sample-view'
import { FakeTimers } from '../../../fakes/fake-timers'

const item = (id: string, text: string): ConversationItem => ({
  id: itemId(id),
  role: 'assistant',
  kind: 'speech',
  text,
  status: 'in-progress',
  heardChars: null,
  audioMs: null,
})

test('a burst becomes the first push and one more, with the newest state', () => {
  const timers = new FakeTimers()
  let conversation: Conversation = { items: [] }
  const pushed: string[] = []
  const sut = new ViewPublisher(() => sampleView(), () => conversation, {
    view: () => pushed.push('view'),
    items: (patch) => pushed.push(patch.upserts.map(({ text }) => text).join('|')),
  }, timers)
  for (const text of ['a', 'ab', 'abc']) {
    conversation = { items: [item('one', text)] }
    sut.conversationChanged()
  }
  timers.pass(1_000)
  expect({ pushed, waiting: timers.waiting }).toEqual({ pushed: ['a', 'abc'], waiting: 0 })
})

test('a page that loads in between gets later changes only', () => {
  const timers = new FakeTimers()
  let conversation: Conversation = { items: [item('one', 'a')] }
  const pushed: unknown[] = []
  const sut = new ViewPublisher(() => sampleView(), () => conversation, { view: () => undefined, items: (patch) => pushed.push(patch) }, timers)
  const { items } = sut.snapshot()
  const second = item('two', 'b')
  conversation = { items: [...items, second] }
  sut.conversationChanged()
  expect(pushed).toEqual([{ upserts: [second], order: ['one', 'two'] }])
})

test('who asks once more takes nothing from a page that waits for the next push', () => {
  const timers = new FakeTimers()
  let conversation: Conversation = { items: [] }
  const pushed: string[] = []
  const sut = new ViewPublisher(() => sampleView(), () => conversation, {
    view: () => undefined,
    items: (patch) => pushed.push(patch.upserts.map(({ text }) => text).join('|')),
  }, timers)
  for (const text of ['a', 'ab']) {
    conversation = { items: [item('one', text)] }
    sut.conversationChanged()
  }
  sut.snapshot()
  timers.pass(1_000)
  expect(pushed).toEqual(['a', 'ab'])
})

test('a patch holds what changed, and the order only when that changed', () => {
  const [one, two] = [item('one', 'a'), item('two', 'b')]
  const grown = item('two', 'bc')
  expect([itemsPatch([one, two], [one, grown]), itemsPatch([one, two], [two])]).toEqual([
    { upserts: [grown], order: null },
    { upserts: [], order: ['two'] },
  ])
})
