import { describe, expect, it } from 'vitest'
import { append, audioOf, CANCEL, COMMIT, CREATE, dig, errorsIn, eventTypes, only, speech, startTrace, transcriptOf, turn, types, update, userText } from '../trace'

describe('the answer to speech (checklist 9)', () => {
  it('has the events of the real wire in their order', () => {
    const trace = startTrace()
    expect(eventTypes([...trace.send(...turn(speech(2_400))), ...trace.settle()])).toEqual([
      'session.updated',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio_transcript.delta',
      'response.output_audio.delta',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
      'rate_limits.updated',
    ])
  })

  it('is the user’s own audio, sample for sample, with a plain transcript', () => {
    const trace = startTrace()
    const frames = [...trace.send(...turn(speech(2_400))), ...trace.settle()]
    expect([audioOf(frames).equals(speech(2_400)), transcriptOf(frames)]).toEqual([true, 'You said 2.4 seconds.'])
  })

  it('echoes all turns since the last response, and only those', () => {
    const trace = startTrace()
    trace.send(...turn(speech(200)))
    trace.settle()
    trace.send(append(speech(150)), COMMIT, append(speech(250)), COMMIT, CREATE)
    expect(audioOf(trace.settle()).equals(Buffer.concat([speech(150), speech(250)]))).toBe(true)
  })

  it('comes in bursts and faster than real time', () => {
    const trace = startTrace({ pacing: { speed: 5, thinkMs: 0, chunkMs: 100, burst: 2 } })
    const bursts = [audioOf(trace.send(...turn(speech(1_000)))), ...[40, 40, 40, 40, 40].map((ms) => audioOf(trace.wait(ms)))]
    expect(bursts.map((audio) => audio.byteLength / 48)).toEqual([200, 200, 200, 200, 200, 0])
  })

  it('shows the response whole in created and done, nulls included', () => {
    const trace = startTrace()
    const frames = [...trace.send(...turn(speech(1_000))), ...trace.settle()]
    const common = {
      object: 'realtime.response',
      id: 'resp_T0001',
      conversation_id: 'conv_T0001',
      output_modalities: ['audio'],
      max_output_tokens: 'inf',
      audio: { output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin' } },
      metadata: null,
      status_details: null,
    }
    const item = { id: 'item_T0002', object: 'realtime.item', type: 'message', status: 'completed', role: 'assistant', content: [{ type: 'output_audio', transcript: 'You said 1.0 seconds.' }] }
    expect([only(frames, 'response.created')[0]?.['response'], only(frames, 'response.done')[0]?.['response']]).toEqual([
      { ...common, status: 'in_progress', output: [], usage: null },
      { ...common, status: 'completed', output: [item], usage: expect.objectContaining({ output_token_details: { text_tokens: 6, audio_tokens: 20 } }) },
    ])
  })

  it('sends rate limits 43 ms after the end, tokens only (checklist 17)', () => {
    const trace = startTrace({ pacing: { thinkMs: 0, speed: 1_000 } })
    trace.send(...turn(speech(200)))
    const early = [...trace.wait(42)]
    expect([types(early).includes('rate_limits.updated'), only(trace.wait(1), 'rate_limits.updated').map((frame) => dig(frame, 'rate_limits', 0, 'name'))]).toEqual([false, ['tokens']])
  })

  it('stops at max_output_tokens as incomplete', () => {
    const trace = startTrace()
    trace.send(...turn(speech(1_000)).slice(0, 3), { type: 'response.create', response: { max_output_tokens: 10 } })
    const frames = trace.settle()
    expect([audioOf(frames).byteLength / 48, dig(only(frames, 'response.done'), 0, 'response', 'status_details')]).toEqual([500, { type: 'incomplete', reason: 'max_output_tokens' }])
  })
})

describe('the answer to text', () => {
  it('repeats the text with a quiet hum whose length follows the text', () => {
    const answer = (text: string) => {
      const trace = startTrace()
      trace.send(userText(text), CREATE)
      return trace.settle()
    }
    const [short, long] = [answer('Good morning to you'), answer('Good morning to you, and a good evening as well')]
    const audio = audioOf(short)
    const peak = Math.max(...Array.from({ length: 5_000 }, (_unused, at) => audio.readInt16LE(at * 2)))
    expect([transcriptOf(short), audioOf(long).byteLength > audio.byteLength, peak > 500 && peak < 3_000]).toEqual(['Good morning to you', true, true])
  })

  it('is text where the session asks for text', () => {
    const trace = startTrace()
    trace.send(update({ output_modalities: ['text'] }), userText('Hello there'), CREATE)
    const frames = trace.settle()
    expect([eventTypes(frames), only(frames, 'response.output_text.done')[0]?.['text']]).toEqual([
      [
        'response.output_item.added',
        'conversation.item.added',
        'response.content_part.added',
        'response.output_text.delta',
        'response.output_text.done',
        'response.content_part.done',
        'conversation.item.done',
        'response.output_item.done',
        'response.done',
        'rate_limits.updated',
      ],
      'Hello there',
    ])
  })

  it('greets when nothing has been said', () => {
    const trace = startTrace()
    trace.send(CREATE)
    expect(transcriptOf(trace.settle())).toContain('practice mode')
  })
})

describe('response.create while one runs (checklist 10)', () => {
  it('is refused with the id of the running one', () => {
    const trace = startTrace()
    trace.send(...turn(speech(500)))
    expect(errorsIn(trace.send({ ...CREATE, event_id: 'second' }))).toEqual([
      {
        type: 'invalid_request_error',
        code: 'conversation_already_has_active_response',
        message: 'Conversation already has an active response in progress: resp_T0001. Wait until the response is finished before creating a new one.',
        param: null,
        event_id: 'second',
      },
    ])
  })
})

describe('response.cancel (checklist 11)', () => {
  it('closes the open item as incomplete and ends the response with usage', () => {
    const trace = startTrace()
    trace.send(...turn(speech(3_000)))
    const heard = audioOf(trace.wait(150)).byteLength
    const frames = trace.send(CANCEL)
    expect([eventTypes(frames), dig(only(frames, 'response.done'), 0, 'response'), audioOf(trace.settle()).byteLength]).toEqual([
      [
        'response.output_audio.done',
        'response.output_audio_transcript.done',
        'response.content_part.done',
        'conversation.item.done',
        'response.output_item.done',
        'response.done',
      ],
      expect.objectContaining({
        status: 'cancelled',
        status_details: { type: 'cancelled', reason: 'client_cancelled' },
        output: [expect.objectContaining({ status: 'incomplete' })],
        usage: expect.objectContaining({ output_token_details: expect.objectContaining({ audio_tokens: heard / 2_400 }) }),
      }),
      0,
    ])
  })

  it('before the first delta gives an empty cancelled response', () => {
    const trace = startTrace()
    trace.send(...turn(speech(500)))
    const frames = trace.send({ ...CANCEL, response_id: 'resp_T0001' })
    expect([types(frames), dig(frames[0], 'response', 'output')]).toEqual([['response.done'], []])
  })

  it.each([
    ['nothing runs', {}],
    ['another id is named', { response_id: 'resp_other' }],
  ])('is refused when %s', (_name, fields) => {
    expect(errorsIn(startTrace().send({ ...CANCEL, ...fields }))).toEqual([
      expect.objectContaining({ code: 'response_cancel_not_active', message: 'Cancellation failed: no active response found' }),
    ])
  })

  it('leaves room for the next response at once', () => {
    const trace = startTrace()
    trace.send(...turn(speech(500)))
    expect(types(trace.send(CANCEL, append(speech(200)), COMMIT, CREATE)).slice(-1)).toEqual(['response.created'])
  })
})
