import { expect, it } from 'vitest'
import * as client from '../../../../src/main/core/realtime/client-event'
import { turnDetectionUpdate } from '../../../../src/main/core/realtime/session-config'
import { itemId, responseId } from '../../../../src/shared/ids'

const ITEM = itemId('item_1')

it('says each thing in the words of the API', () => {
  const events = [
    client.sessionUpdate(turnDetectionUpdate('hold'), 'update_1'),
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
