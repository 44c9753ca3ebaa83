import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ContextItem } from '../../../support/practice/context-view'
import { append, CANCEL, COMMIT, CREATE, dig, MANUAL, only, speech, startTrace, turn, update, userText } from '../trace'

const item = (fields: object): object => ({ type: 'conversation.item.create', item: fields })
const said = (text: string): object => item({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] })

/** An item without the fields that do not matter. */
const brief = ({ role, type, text, audioMs, heardMs, status }: ContextItem) => [role, type, text, audioMs, heardMs, status]

describe('the context in the report', () => {
  it('holds seeds, turns, calls and their outputs, in order', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}', callId: 'call_a' }] }] })
    trace.send(userText('yesterday'), said('indeed'), ...turn(speech(500)))
    trace.settle()
    trace.send(item({ type: 'function_call_output', call_id: 'call_a', output: 'noon' }))
    expect([trace.report.context.map(brief), trace.report.context.map(({ callId, name }) => [callId, name]).slice(3), trace.report.restoredItems]).toEqual([
      [
        ['user', 'message', 'yesterday', null, null, 'completed'],
        ['assistant', 'message', 'indeed', null, null, 'completed'],
        ['user', 'message', '', 500, null, 'completed'],
        [null, 'function_call', '{"zone":"UTC"}', null, null, 'completed'],
        [null, 'function_call_output', 'noon', null, null, 'completed'],
      ],
      [['call_a', 'clock'], ['call_a', null]],
      2,
    ])
  })

  it('grows with an answer, and shrinks with a truncation and a deletion', () => {
    const trace = startTrace({ pacing: { speed: 2 } })
    trace.send(...turn(speech(2_000)))
    trace.wait(150)
    const during = trace.report.context.map(brief)
    trace.send(CANCEL, { type: 'conversation.item.truncate', item_id: 'item_T0002', content_index: 0, audio_end_ms: 120 })
    const cut = trace.report.context.map(brief)
    trace.send({ type: 'conversation.item.delete', item_id: 'item_T0001' })
    expect([during[1], cut[1], trace.report.context.map(({ id }) => id)]).toEqual([
      ['assistant', 'message', 'You ', 400, null, 'in_progress'],
      ['assistant', 'message', '', 400, 120, 'incomplete'],
      ['item_T0002'],
    ])
  })

  it('keeps the transcript of the user’s speech and puts items where they were asked to be', () => {
    const trace = startTrace()
    trace.send(update({ audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } }), append(speech(300)), COMMIT)
    trace.settle()
    trace.send({ ...userText('first'), previous_item_id: 'root' })
    expect(trace.report.context.map(({ text }) => text)).toEqual(['first', '(0.3 seconds of speech)'])
  })

  it('lets a deleted item come again under its own id, elsewhere', () => {
    const trace = startTrace()
    const named = (id: string) => ({ ...item({ id, type: 'message', role: 'user', content: [{ type: 'input_text', text: id }] }) })
    trace.send(named('a'), named('b'), { type: 'conversation.item.delete', item_id: 'a' }, { ...named('a'), previous_item_id: 'b' })
    const twice = trace.send({ ...named('a'), event_id: 'mine' })
    expect([trace.report.context.map(({ id }) => id), twice[0]?.['error']]).toEqual([
      ['b', 'a'],
      expect.objectContaining({ code: 'invalid_value', param: 'item.id', event_id: 'mine' }),
    ])
  })
})

describe('the turns in the report', () => {
  it('have their samples, and the response that took them into account', () => {
    const trace = startTrace()
    trace.send(...turn(speech(400)))
    const begun = trace.report.answered.map(({ begun: is, completed }) => [is, completed])
    trace.settle()
    trace.send(append(speech(200)), COMMIT)
    const sha256 = createHash('sha256').update(speech(400)).digest('hex')
    expect([begun, trace.report.answered]).toEqual([
      [[true, false]],
      [
        { itemId: 'item_T0001', via: 'commit', bytes: 19_200, sha256, pcm: speech(400), responses: [{ id: 'resp_T0001', status: 'completed' }], begun: true, completed: true },
        expect.objectContaining({ bytes: 9_600, responses: [], begun: false, completed: false }),
      ],
    ])
  })

  it('tell a turn tried again from a turn answered once, and speech brought as an item', () => {
    const trace = startTrace({ faults: [{ name: 'failed-server-error', times: 1 }] })
    const audio = speech(300).toString('base64')
    trace.send(MANUAL, item({ id: 'mine', type: 'message', role: 'user', content: [{ type: 'input_audio', audio }] }), CREATE)
    trace.settle()
    trace.send(CREATE)
    trace.settle()
    expect(trace.report.answered.map(({ itemId, via, responses }) => [itemId, via, responses.map(({ status }) => status)])).toEqual([['mine', 'item', ['failed', 'completed']]])
  })

  it('forget the oldest samples, but not their sums', () => {
    const trace = startTrace()
    trace.send(MANUAL)
    for (let count = 0; count < 4; count++) trace.send(append(Buffer.alloc(100_000 * 48)), COMMIT)
    const { answered, committedAudio } = trace.report
    expect([answered.map(({ pcm, bytes }) => [pcm === null, bytes]), committedAudio.length, new Set(answered.map(({ sha256 }) => sha256)).size]).toEqual([
      [true, false, false, false].map((forgotten) => [forgotten, 4_800_000]),
      3,
      1,
    ])
  })
})

describe('the usage in the report', () => {
  it('is the sum of what was sent, cancelled and out-of-band responses included', () => {
    const trace = startTrace({ pacing: { speed: 20 } })
    const frames = [...trace.send(...turn(speech(2_000))), ...trace.settle()]
    frames.push(...trace.send(append(speech(2_000)), COMMIT, CREATE), ...trace.wait(150), ...trace.send(CANCEL))
    frames.push(...trace.send({ type: 'response.create', response: { conversation: 'none', output_modalities: ['text'] } }), ...trace.settle())
    const sent = only(frames, 'response.done').map((frame) => dig(frame, 'response', 'usage'))
    const total = (...path: readonly string[]) => sent.reduce<number>((sum, usage) => sum + Number(dig(usage, ...path)), 0)
    const { usage } = trace.report
    expect([sent.length, usage.input_tokens, usage.output_tokens, usage.total_tokens, usage.input_token_details.cached_tokens, usage.output_token_details]).toEqual([
      3,
      total('input_tokens'),
      total('output_tokens'),
      total('total_tokens'),
      total('input_token_details', 'cached_tokens'),
      { text_tokens: total('output_token_details', 'text_tokens'), audio_tokens: total('output_token_details', 'audio_tokens') },
    ])
  })
})
