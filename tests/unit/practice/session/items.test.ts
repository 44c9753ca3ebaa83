import { describe, expect, it } from 'vitest'
import { CREATE, dig, errorsIn, only, speech, startTrace, transcriptOf, turn, types, userText, type Trace } from '../trace'

const answered = (): Trace => {
  const trace = startTrace({ pacing: { speed: 100 } })
  trace.send(...turn(speech(1_000)))
  trace.settle()
  return trace
}

const truncate = (itemId: string, audioEndMs: unknown, rest: object = {}) => ({ type: 'conversation.item.truncate', item_id: itemId, content_index: 0, audio_end_ms: audioEndMs, ...rest })
const retrieve = (itemId: string) => ({ type: 'conversation.item.retrieve', item_id: itemId })

/** Ids are minted in order: the user's turn, then the answer. */
const [USER, ANSWER] = ['item_T0001', 'item_T0002']

describe('conversation.item.truncate (checklist 12)', () => {
  it('is acknowledged, cuts the audio and drops the transcript', () => {
    const trace = answered()
    const truncated = trace.send(truncate(ANSWER, 400))
    const [retrieved] = trace.send(retrieve(ANSWER))
    const { audio, ...part } = dig(retrieved, 'item', 'content', 0) as { audio: string }
    expect([truncated, part, Buffer.from(audio, 'base64').equals(speech(400)), trace.report.truncations]).toEqual([
      [{ type: 'conversation.item.truncated', event_id: expect.any(String), item_id: ANSWER, content_index: 0, audio_end_ms: 400 }],
      { type: 'output_audio' },
      true,
      [{ itemId: ANSWER, audioEndMs: 400 }],
    ])
  })

  it('takes the whole length, but not a millisecond more', () => {
    const trace = answered()
    expect([types(trace.send(truncate(ANSWER, 1_000))), errorsIn(trace.send(truncate(ANSWER, 1_001)))]).toEqual([
      ['conversation.item.truncated'],
      [expect.objectContaining({ code: null, message: 'Audio content of 1000ms is already shorter than 1001ms' })],
    ])
  })

  it.each([
    ['an unknown item', truncate('item_old', 10), { code: 'item_truncate_invalid_item_id' }],
    ['the user’s item', truncate(USER, 10), { code: null, message: 'Only model output audio messages can be truncated' }],
    ['a fraction', truncate(ANSWER, 10.5), { code: 'invalid_value', param: 'audio_end_ms' }],
    ['another content index', truncate(ANSWER, 10, { content_index: 1 }), { code: 'invalid_value', param: 'content_index' }],
    ['no position', truncate(ANSWER, undefined), { code: 'missing_required_parameter', param: 'audio_end_ms' }],
  ])('refuses %s', (_name, event, expected) => {
    expect(errorsIn(answered().send(event))).toEqual([expect.objectContaining(expected)])
  })

  it('refuses a text answer', () => {
    const trace = startTrace()
    trace.send(userText('hi'), { type: 'response.create', response: { output_modalities: ['text'] } })
    trace.settle()
    expect(dig(errorsIn(trace.send(truncate(ANSWER, 0))), 0, 'message')).toBe('Only model output audio messages can be truncated')
  })
})

describe('conversation.item.create', () => {
  it('takes client ids and places: root, behind an id, at the end', () => {
    const trace = startTrace()
    const create = (id: string, previous: string | null) =>
      trace.send({ type: 'conversation.item.create', previous_item_id: previous, item: { id, type: 'message', role: 'system', content: [{ type: 'input_text', text: id }] } })
    const frames = [create('b', null), create('a', 'root'), create('ab', 'a'), create('c', null)].flat()
    expect(frames.map((frame) => [frame.type, dig(frame, 'item', 'id'), frame['previous_item_id']])).toEqual([
      ['conversation.item.added', 'b', null],
      ['conversation.item.done', 'b', null],
      ['conversation.item.added', 'a', null],
      ['conversation.item.done', 'a', null],
      ['conversation.item.added', 'ab', 'a'],
      ['conversation.item.done', 'ab', 'a'],
      ['conversation.item.added', 'c', 'b'],
      ['conversation.item.done', 'c', 'b'],
    ])
  })

  it('does not echo a re-seeded history, only what came after it', () => {
    const trace = startTrace()
    const audio = (ms: number) => ({ type: 'message', role: 'user', content: [{ type: 'input_audio', audio: speech(ms).toString('base64') }] })
    const said = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Indeed.' }] }
    trace.send(...[audio(900), said, audio(300)].map((item) => ({ type: 'conversation.item.create', item })), CREATE)
    expect(transcriptOf(trace.settle())).toBe('You said 0.3 seconds.')
  })

  it('echoes audio a client brings as an item, and shows no bytes of it', () => {
    const trace = startTrace()
    const content = [{ type: 'input_audio', audio: speech(300).toString('base64') }]
    const [added] = trace.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } }, CREATE)
    const frames = trace.settle()
    expect([dig(added, 'item', 'content'), dig(only(frames, 'response.output_audio_transcript.done'), 0, 'transcript')]).toEqual([
      [{ transcript: null, type: 'input_audio' }],
      'You said 0.3 seconds.',
    ])
  })

  it.each([
    ['no item', {}, { code: 'missing_required_parameter', param: 'item' }],
    ['an unknown place', { previous_item_id: 'nowhere', item: { type: 'message', role: 'user', content: [] } }, { param: 'previous_item_id' }],
    ['assistant audio', { item: { type: 'message', role: 'assistant', content: [{ type: 'output_audio', audio: '' }] } }, { code: 'invalid_value', param: 'item.content[0].type' }],
    ['an image as an object', { item: { type: 'message', role: 'user', content: [{ type: 'input_image', image_url: {} }] } }, { param: 'item.content[0].image_url' }],
    ['an output without call id', { item: { type: 'function_call_output', output: '' } }, { code: 'missing_required_parameter', param: 'item.call_id' }],
  ])('refuses %s', (_name, fields, expected) => {
    expect(errorsIn(startTrace().send({ type: 'conversation.item.create', ...fields }))).toEqual([expect.objectContaining(expected)])
  })
})

describe('conversation.item.retrieve and delete', () => {
  it('gives the user’s audio back, deletes, and then knows the item no more', () => {
    const trace = answered()
    const audio = dig(trace.send(retrieve(USER))[0], 'item', 'content', 0, 'audio')
    const deleted = trace.send({ type: 'conversation.item.delete', item_id: USER })
    const gone = [trace.send(retrieve(USER)), trace.send({ type: 'conversation.item.delete', item_id: USER })].flatMap(errorsIn)
    expect([Buffer.from(String(audio), 'base64').equals(speech(1_000)), types(deleted), gone.map((error) => dig(error, 'code'))]).toEqual([
      true,
      ['conversation.item.deleted'],
      ['item_retrieve_invalid_item_id', 'item_delete_invalid_item_id'],
    ])
  })
})
