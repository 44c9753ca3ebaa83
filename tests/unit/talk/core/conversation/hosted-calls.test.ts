import { expect, test } from 'vitest'
import { type ConversationEvent, EMPTY_CONVERSATION, reduceConversation } from '../../../../../src/main/talk/core/conversation/reduce'
import type { ServerItem } from '../../../../../src/main/talk/core/realtime/server-event'
import { type ItemId, itemId, responseId } from '../../../../../src/shared/ids'

const [U1, A1, R1] = [itemId('u1'), itemId('a1'), responseId('r1')]

const hosted = (more: Partial<ServerItem>, request: ItemId | null = null, error: string | null = null): ServerItem =>
  ({ id: A1, type: 'mcp_call', text: '', speech: null, callId: null, output: null, role: null, status: null, name: 'find', arguments: '{}', mcp: { label: 'docs', request, error, tools: [] }, ...more })
const whole = (item: ServerItem): ConversationEvent => ({ type: 'response.output_item.done', response: R1, item })
const results = (...events: readonly ConversationEvent[]) => events.reduce(reduceConversation, EMPTY_CONVERSATION).items.map(({ id, status, tool }) => [id, status, tool?.output])

test('shows what came of a call of the server itself where it asked for it', () => {
  const wish = whole(hosted({ id: U1, type: 'mcp_approval_request' }))
  expect([
    results(wish, whole(hosted({ id: A1, type: 'mcp_call', output: 'found' }, U1))),
    results(wish, whole(hosted({ id: A1, type: 'mcp_call' }, U1, 'It failed.'))),
  ]).toEqual([[[U1, 'done', 'found']], [[U1, 'done', 'It failed.']]])
})

test('shows one that nobody was asked for as a line of its own', () => {
  const call = hosted({ id: A1, type: 'mcp_call', output: 'found' })
  expect([results(whole(call)), results(whole(hosted({ ...call }, U1)))]).toEqual([[[A1, 'done', 'found']], [[A1, 'done', 'found']]])
})
