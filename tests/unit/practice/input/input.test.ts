import { describe, expect, it } from 'vitest'
import { append, COMMIT, errorsIn, MANUAL, only, speech, startTrace, types, update } from '../trace'

describe('frames that are no events (checklist 6)', () => {
  it.each([
    ['bad JSON', '{"type":', 'invalid_json', null],
    ['no object', '[1]', 'invalid_event', null],
    ['no type', '{"event_id":"e"}', 'missing_required_parameter', 'type'],
    ['an unknown type', '{"type":"session.close"}', 'invalid_value', 'type'],
    ['a WebRTC-only event', '{"type":"output_audio_buffer.clear"}', 'invalid_event', 'type'],
  ])('answers %s with an error and stays open', (_name, text, code, param) => {
    const trace = startTrace()
    const refused = trace.sendText(text)
    expect([errorsIn(refused), types(trace.send(update({})))]).toEqual([
      [expect.objectContaining({ code, param })],
      ['session.updated'],
    ])
  })

  it('answers a binary message with invalid_event', () => {
    const emissions = startTrace().session.receiveBinary(4, 0)
    expect(emissions).toEqual([{ kind: 'send', frame: expect.objectContaining({ type: 'error', error: expect.objectContaining({ code: 'invalid_event' }) }) }])
  })
})

describe('input_audio_buffer.append (checklist 6)', () => {
  it('is not acknowledged, only counted', () => {
    const trace = startTrace()
    trace.send(MANUAL)
    expect([trace.send(append(speech(40))), trace.report.appendedBytes]).toEqual([[], 1_920])
  })

  it.each([
    ['no audio', {}, 'missing_required_parameter'],
    ['no base64', { audio: 'ä!' }, 'invalid_value'],
    ['a number', { audio: 7 }, 'invalid_value'],
    ['more than 15 MiB', { audio: Buffer.alloc(15 * 1_024 * 1_024 + 3).toString('base64') }, 'invalid_value'],
  ])('refuses %s', (_name, fields, code) => {
    const refused = startTrace().send({ type: 'input_audio_buffer.append', ...fields })
    expect(errorsIn(refused)).toEqual([expect.objectContaining({ code, param: 'audio' })])
  })
})

describe('input_audio_buffer.commit', () => {
  it('refuses less than 100 ms and names the milliseconds it has (checklist 7)', () => {
    const trace = startTrace()
    trace.send(MANUAL, append(speech(100).subarray(0, 4_798)))
    expect(errorsIn(trace.send({ ...COMMIT, event_id: 'c1' }))).toEqual([
      {
        type: 'invalid_request_error',
        code: 'input_audio_buffer_commit_empty',
        message: 'Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has 99.96ms of audio.',
        param: null,
        event_id: 'c1',
      },
    ])
  })

  it('commits exactly 100 ms: committed, added, done, and no response (checklist 8)', () => {
    const trace = startTrace()
    trace.send(MANUAL, append(speech(100)))
    const item = { id: 'item_T0001', object: 'realtime.item', type: 'message', status: 'completed', role: 'user', content: [{ type: 'input_audio', transcript: null }] }
    expect([...trace.send(COMMIT), ...trace.settle()]).toEqual([
      { type: 'input_audio_buffer.committed', event_id: expect.any(String), item_id: 'item_T0001', previous_item_id: null },
      { type: 'conversation.item.added', event_id: expect.any(String), previous_item_id: null, item },
      { type: 'conversation.item.done', event_id: expect.any(String), previous_item_id: null, item },
    ])
  })

  it('names the item before and keeps the committed samples for tests', () => {
    const trace = startTrace()
    trace.send(MANUAL, append(speech(100)), COMMIT, append(speech(120)), append(speech(30)))
    const [committed] = trace.send(COMMIT)
    expect([committed?.['previous_item_id'], trace.report.committedAudio, trace.report.committedBytes]).toEqual([
      'item_T0001',
      [speech(100), Buffer.concat([speech(120), speech(30)])],
      250 * 48,
    ])
  })

  it('forgets cleared audio', () => {
    const trace = startTrace()
    trace.send(MANUAL, append(speech(300)))
    const cleared = trace.send({ type: 'input_audio_buffer.clear' })
    expect([types(cleared), errorsIn(trace.send(COMMIT))]).toEqual([
      ['input_audio_buffer.cleared'],
      [expect.objectContaining({ message: expect.stringContaining('only has 0.00ms') })],
    ])
  })
})

describe('input transcription (checklist 8)', () => {
  const transcribed = (model: string, ms: number) => {
    const trace = startTrace()
    trace.send(MANUAL, update({ audio: { input: { transcription: { model } } } }), append(speech(ms)), COMMIT)
    return trace.settle()
  }
  const DELTA = 'conversation.item.input_audio_transcription.delta'
  const COMPLETED = 'conversation.item.input_audio_transcription.completed'

  it('comes in deltas, says honestly what it knows, and is billed by time', () => {
    const frames = transcribed('gpt-transcribe', 2_400)
    expect([only(frames, DELTA).map((frame) => frame['delta']).join(''), only(frames, COMPLETED)]).toEqual([
      '(2.4 seconds of speech)',
      [
        {
          type: COMPLETED,
          event_id: expect.any(String),
          item_id: 'item_T0001',
          content_index: 0,
          transcript: '(2.4 seconds of speech)',
          usage: { type: 'duration', seconds: 3 },
        },
      ],
    ])
  })

  it('is one delta with whisper-1 and billed by tokens with gpt-4o', () => {
    const usage = only(transcribed('gpt-4o-mini-transcribe', 1_000), COMPLETED)[0]?.['usage']
    expect([only(transcribed('whisper-1', 1_000), DELTA).length, usage]).toEqual([
      1,
      { type: 'tokens', input_tokens: 10, output_tokens: 6, total_tokens: 16, input_token_details: { text_tokens: 0, audio_tokens: 10 } },
    ])
  })
})
