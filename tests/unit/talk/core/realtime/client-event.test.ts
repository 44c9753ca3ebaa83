import { expect, it } from 'vitest'
import * as client from '../../../../../src/main/talk/core/realtime/client-event'
import { turnDetectionUpdate } from '../../../../../src/main/talk/core/realtime/session-config'
import { itemId, responseId } from '../../../../../src/shared/ids'
import { defaultSettings } from '../../../../../src/shared/settings'

const ITEM = itemId('item_1')

it('says each thing in the words of the API', () => {
  const events = [
    client.sessionUpdate(turnDetectionUpdate('hold', defaultSettings('linux').vad), 'update_1'),
    client.inputAudioAppend('AAAA'),
    client.inputAudioCommit('commit_1'),
    client.inputAudioClear(),
    client.createUserText(ITEM, 'Hello'),
    client.createAssistantText(ITEM, 'Hi'),
    client.truncateItem(ITEM, 1_500),
    client.deleteItem(ITEM),
    client.responseCreate('create_1'),
    client.responseCancel(responseId('resp_1')),
    client.responseCancel(null),
  ]
  expect(events).toEqual([
    { type: 'session.update', event_id: 'update_1', session: { type: 'realtime', audio: { input: { turn_detection: null } } } },
    { type: 'input_audio_buffer.append', audio: 'AAAA' },
    { type: 'input_audio_buffer.commit', event_id: 'commit_1' },
    { type: 'input_audio_buffer.clear' },
    { type: 'conversation.item.create', item: { id: 'item_1', type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello' }] } },
    { type: 'conversation.item.create', item: { id: 'item_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi' }] } },
    { type: 'conversation.item.truncate', item_id: 'item_1', content_index: 0, audio_end_ms: 1_500 },
    { type: 'conversation.item.delete', item_id: 'item_1' },
    { type: 'response.create', event_id: 'create_1' },
    { type: 'response.cancel', response_id: 'resp_1' },
    { type: 'response.cancel' },
  ])
})

it('puts a new item where it belongs, and leaves the place out where it is the end', () => {
  const places = [null, 'root', itemId('item_0')] as const
  expect(places.map((previous) => client.createFunctionOutput(ITEM, 'call_1', '12:00', previous))).toEqual(
    [{}, { previous_item_id: 'root' }, { previous_item_id: 'item_0' }].map((place) => ({
      type: 'conversation.item.create',
      ...place,
      item: { id: 'item_1', type: 'function_call_output', call_id: 'call_1', output: '12:00' },
    })),
  )
})

it('tells a new session of calls and of what we know ourselves', () => {
  expect([
    client.createFunctionCall(ITEM, { callId: 'call_1', name: 'clock', arguments: '{}' }, 'root'),
    client.createSystemText(ITEM, 'Note', 'root'),
    client.createUserText(ITEM, 'Hello', 'root'),
    client.createAssistantText(ITEM, 'Hi', 'root'),
  ].map(({ item, ...event }) => [event, item])).toEqual([
    { id: 'item_1', type: 'function_call', call_id: 'call_1', name: 'clock', arguments: '{}' },
    { id: 'item_1', type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Note' }] },
    { id: 'item_1', type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello' }] },
    { id: 'item_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi' }] },
  ].map((item) => [{ type: 'conversation.item.create', previous_item_id: 'root' }, item]))
})

it('refuses what a server\'s own tools ask for, and asks for an answer without tools', () => {
  expect([client.answerApproval(ITEM, itemId('mcpr_1'), 'No.'), client.responseWithoutTools('create_2')]).toEqual([
    { type: 'conversation.item.create', item: { id: 'item_1', type: 'mcp_approval_response', approval_request_id: 'mcpr_1', approve: false, reason: 'No.' } },
    { type: 'response.create', event_id: 'create_2', response: { tool_choice: 'none' } },
  ])
})

it('asks for a summary beside the conversation', () => {
  expect(client.summaryRequest('summary_1', 'Person: Hello', 'Sum up.')).toEqual({
    type: 'response.create',
    event_id: 'summary_1',
    response: {
      conversation: 'none',
      output_modalities: ['text'],
      metadata: { purpose: 'summary' },
      tool_choice: 'none',
      instructions: 'Sum up.',
      input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Person: Hello' }] }],
    },
  })
})
