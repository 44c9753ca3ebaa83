import { expect, test } from 'vitest'
import { KnownServers, LearnedFacts } from '../../../src/main/providers/core/known-server'
import { maySend, unknownEventIn } from '../../../src/main/providers/core/may-send'
import { profile } from '../../../src/shared/providers/profiles/find-profile'
import { PROFILE_IDS } from '../../../src/shared/providers/profiles/profile'
import { defaultSettings } from '../../../src/shared/settings'

const at = (url: string, model = 'm') => ({ ...defaultSettings('linux'), endpoint: { kind: 'custom' as const, url }, model })

test('what was learned is bound to scheme, host, port and model', () => {
  const servers = new KnownServers()
  servers.of(at('ws://localhost:8000/a')).learned.unknownEvent('response.cancel')
  const knows = ['ws://localhost:8000/b?x', 'wss://localhost:8000/a', 'ws://localhost:8001/a', 'ws://127.0.0.1:8000/a'].map((url) => servers.of(at(url)).learned.knows('response.cancel'))
  expect([knows, servers.of(at('ws://localhost:8000/a', 'other')).learned.knows('response.cancel')]).toEqual([[false, true, true, true], true])
})

test('what a server cannot do is not sent to it', () => {
  const events = ['input_audio_buffer.clear', 'response.cancel', 'conversation.item.truncate', 'conversation.item.delete', 'response.create', 'session.update', 'input_audio_buffer.append']
  const unsent = Object.fromEntries(PROFILE_IDS.map((id) => [id, events.filter((type) => !maySend(type, () => ({ profile: profile(id), learned: new LearnedFacts() })))]))
  expect(Object.entries(unsent).filter(([, types]) => types.length > 0)).toEqual([
    ['inworld', ['conversation.item.truncate']],
    ['qwen-omni', ['conversation.item.truncate']],
    ['qwen-audio', ['conversation.item.truncate']],
    ['hf-s2s', ['input_audio_buffer.clear', 'conversation.item.truncate', 'conversation.item.delete']],
    ['speaches', ['response.cancel', 'conversation.item.truncate']],
  ])
})

test.each([
  ['unknown_or_invalid_event', 'Unknown event input_audio_buffer.clear', 'input_audio_buffer.clear'],
  [null, 'Handling of the "response.cancel" event is not implemented.', 'response.cancel'],
  ['response_cancel_not_active', 'Cancellation failed: no active response found', null],
  ['item_truncate_invalid_item_id', 'Item with item_id not found: a', null],
  ['unknown_event', 'Unknown event response.create', null],
])('an error %s is about an event that is unknown there, or not: %s', (code, message, type) => {
  expect(unknownEventIn({ code, message })).toBe(type)
})

test('for sound, fifty times a second, nobody is asked which server it is', () => {
  expect(maySend('input_audio_buffer.append', () => { throw new Error('asked') })).toBe(true)
})
