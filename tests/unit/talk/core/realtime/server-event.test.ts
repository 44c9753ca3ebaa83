import { describe, expect, it } from 'vitest'
import { parseServerEvent } from '../../../../../src/main/talk/core/realtime/server-event'
import { READERS } from '../../../../../src/main/talk/core/realtime/event-readers'

const parse = (raw: object) => parseServerEvent(JSON.stringify({ event_id: 'event_1', ...raw }))
const IN_RESPONSE = { response_id: 'resp_1', item_id: 'item_1', output_index: 0, content_index: 0 }

const NO_CALL = { callId: null, name: null, arguments: null, output: null }

describe('parseServerEvent', () => {
  it('reads an audio delta and drops what nobody reads', () => {
    expect(parse({ type: 'response.output_audio.delta', ...IN_RESPONSE, delta: 'AAAA', obfuscation: 'xx' })).toEqual({
      kind: 'known',
      event: { type: 'response.output_audio.delta', response: 'resp_1', item: 'item_1', delta: 'AAAA' },
    })
  })

  it('translates beta names and the legacy name of added', () => {
    const names = [
      'response.audio.delta',
      'response.audio.done',
      'response.audio_transcript.delta',
      'response.audio_transcript.done',
      'response.text.delta',
      'response.text.done',
      'conversation.item.created',
    ]
    const parsed = names.map((type) => parse({ type, ...IN_RESPONSE, item: { id: 'item_1' } }))
    expect(parsed.map((result) => (result.kind === 'known' ? result.event.type : result.kind))).toEqual([
      'response.output_audio.delta',
      'response.output_audio.done',
      'response.output_audio_transcript.delta',
      'response.output_audio_transcript.done',
      'response.output_text.delta',
      'response.output_text.done',
      'conversation.item.added',
    ])
  })

  it('keeps what it does not know whole', () => {
    expect(parse({ type: 'ping', timestamp: 7 })).toEqual({
      kind: 'unknown',
      type: 'ping',
      raw: { event_id: 'event_1', type: 'ping', timestamp: 7 },
    })
  })

  it('does not take the names of object members for events', () => {
    expect(['toString', '__proto__', 'constructor'].map((type) => parse({ type }).kind)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('never throws, whatever comes', () => {
    const texts = ['', '{', 'null', '[]', '7', '"text"', '{}', '{"type":7}', '{"type":"response.output_audio.delta"}', '{"type":"response.created","response":null}']
    expect(texts.map((text) => parseServerEvent(text).kind)).toEqual(texts.map(() => 'malformed'))
  })

  it('never throws on a known name with nothing or with rubbish behind it', () => {
    const rubbish = [{}, { item: 7, item_id: 7, response: [], session: 'x', error: null, rate_limits: {}, delta: {}, transcript: 0 }]
    const kinds = Object.keys(READERS).flatMap((type) => rubbish.map((raw) => parse({ ...raw, type }).kind))
    expect(kinds.every((kind) => kind === 'known' || kind === 'malformed')).toBe(true)
  })

  it('reads an error, with the id of the event that was refused', () => {
    const error = { type: 'invalid_request_error', code: null, message: 'No.', param: null, event_id: 'create_3' }
    expect(parse({ type: 'error', error })).toEqual({
      kind: 'known',
      event: { type: 'error', error: { type: 'invalid_request_error', code: null, message: 'No.' }, eventId: 'create_3' },
    })
  })

  it('takes an empty id for none, and knows the field that an error is about', () => {
    const error = { type: 'invalid_request_error', code: null, message: 'No.', param: 'session.audio.output.voice', event_id: '' }
    expect(parse({ type: 'error', error })).toMatchObject({ event: { error: { param: 'session.audio.output.voice' }, eventId: null } })
  })

  it('reads what a session says about turns, in GA and in beta shape', () => {
    const sessions = [
      { expires_at: 1_700, audio: { input: { turn_detection: { type: 'server_vad' } }, output: { voice: 'marin' } } },
      { audio: { input: { turn_detection: null } } },
      { turn_detection: { type: 'server_vad' }, voice: 'alloy' },
      {},
    ]
    const read = sessions.map((session) => parse({ type: 'session.updated', session }))
    expect(read.map((result) => (result.kind === 'known' && result.event.type === 'session.updated' ? result.event.session : null))).toEqual([
      { expiresAt: 1_700, vad: true, voice: 'marin' },
      { expiresAt: null, vad: false, voice: null },
      { expiresAt: null, vad: true, voice: 'alloy' },
      { expiresAt: null, vad: null, voice: null },
    ])
  })

  it('reads an item: the words of all its parts, and whether they are spoken', () => {
    const item = { id: 'item_1', type: 'message', role: 'assistant', status: 'incomplete', content: [{ type: 'output_audio', transcript: 'Hello ' }, { type: 'audio', transcript: 'there' }] }
    expect(parse({ type: 'conversation.item.done', item, previous_item_id: 'item_0' })).toEqual({
      kind: 'known',
      event: {
        type: 'conversation.item.done',
        item: { id: 'item_1', type: 'message', role: 'assistant', status: 'incomplete', text: 'Hello there', speech: true, ...NO_CALL },
        previous: 'item_0',
      },
    })
  })

  it('reads the end of a response, with why it failed and what it cost', () => {
    const response = {
      id: 'resp_1',
      status: 'failed',
      status_details: { type: 'failed', error: { type: 'insufficient_quota', code: 'insufficient_quota' } },
      output: [{ id: 'item_1', type: 'function_call' }, { no: 'id' }],
      usage: { total_tokens: 12 },
    }
    expect(parse({ type: 'response.done', response })).toEqual({
      kind: 'known',
      event: {
        type: 'response.done',
        response: {
          id: 'resp_1',
          status: 'failed',
          reason: null,
          error: { type: 'insufficient_quota', code: 'insufficient_quota', message: '' },
          output: [{ id: 'item_1', type: 'function_call', role: null, status: null, text: '', speech: null, ...NO_CALL }],
          usage: { total_tokens: 12 },
          metadata: null,
          conversation: null,
          outOfBand: false,
        },
      },
    })
  })

  it('does without the optional', () => {
    const results = [
      parse({ type: 'input_audio_buffer.committed' }),
      parse({ type: 'response.done', response: { id: 'resp_1' } }),
      parse({ type: 'rate_limits.updated' }),
    ]
    expect(results.map((result) => result.kind === 'known' && result.event)).toEqual([
      { type: 'input_audio_buffer.committed', item: null, previous: null },
      { type: 'response.done', response: { id: 'resp_1', status: null, reason: null, error: null, output: [], usage: null, metadata: null, conversation: null, outOfBand: false } },
      { type: 'rate_limits.updated', limits: [] },
    ])
  })

  it('reads a call and its output', () => {
    const items = [
      { id: 'c', type: 'function_call', status: 'completed', call_id: 'call_1', name: 'clock', arguments: '{}' },
      { id: 'o', type: 'function_call_output', call_id: 'call_1', output: '12:00' },
    ]
    const read = items.map((item) => parse({ type: 'conversation.item.done', item }))
    expect(read.map((result) => (result.kind === 'known' && result.event.type === 'conversation.item.done' ? result.event.item : null))).toEqual([
      { id: 'c', type: 'function_call', role: null, status: 'completed', text: '', speech: null, callId: 'call_1', name: 'clock', arguments: '{}', output: null },
      { id: 'o', type: 'function_call_output', role: null, status: null, text: '', speech: null, callId: 'call_1', name: null, arguments: null, output: '12:00' },
    ])
  })

  it('takes for out-of-band only what belongs to no conversation and carries what we gave it', () => {
    const purpose = { purpose: 'summary' }
    const responses = [
      { conversation_id: null, metadata: purpose },
      { conversation_id: 'conv_1', metadata: purpose },
      { conversation_id: null, metadata: null },
      { conversation_id: null, metadata: {} },
      { metadata: purpose },
    ]
    const read = responses.map((response) => parse({ type: 'response.created', response: { id: 'resp_1', ...response } }))
    expect(read.map((result) => (result.kind === 'known' && result.event.type === 'response.created' ? [result.event.response.metadata, result.event.response.outOfBand] : null))).toEqual([
      [purpose, true],
      [purpose, false],
      [null, false],
      [null, false],
      [purpose, false],
    ])
  })
})
