import { describe, expect, it } from 'vitest'
import type { Output } from '../../../../src/main/practice/script/script'
import { append, CANCEL, COMMIT, CREATE, dig, errorsIn, MANUAL, silence, speech, startTrace, turn, update, userText, type Trace, type TraceOptions } from '../trace'

const call = (callId: string, rest: object = {}): Output => ({ kind: 'function-call', name: 'clock', arguments: '{}', callId, ...rest })
const output = (callId: string, text = 'noon'): object => ({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: callId, output: text } })
const codes = (frames: Parameters<typeof errorsIn>[0]): readonly unknown[] => errorsIn(frames).map((error) => dig(error, 'code'))

/** A session in which a question has led to these calls. */
const called = (outputs: readonly Output[], options: TraceOptions = {}): Trace => {
  const trace = startTrace({ script: [{ outputs }], ...options })
  trace.send(...turn(speech(300)))
  trace.settle()
  return trace
}

describe('the rules about calls', () => {
  it.each<readonly [string, readonly object[], readonly unknown[], readonly object[]]>([
    ['one output for each call is right', [output('call_a'), output('call_b')], [], []],
    ['none without its call', [output('call_x')], ['invalid_tool_call_id'], [{ rule: 'output-unknown-call', about: 'call_x' }]],
    ['none twice', [output('call_a'), output('call_a', 'one')], ['invalid_tool_call_id'], [{ rule: 'output-twice', about: 'call_a' }]],
    ['one request for them all', [output('call_a'), CREATE, output('call_b'), CREATE], ['conversation_already_has_active_response'], [{ rule: 'second-response', about: 'resp_T0002' }]],
  ])('%s', (_rule, events, expected, violations) => {
    const trace = called([call('call_a'), call('call_b')])
    expect([codes(trace.send(...events)), trace.report.violations]).toEqual([expected, violations])
  })

  it('an output before the end of its response is taken, and told', () => {
    const trace = startTrace({ script: [{ outputs: [call('call_a'), { kind: 'say', text: 'One moment, I will look at the clock for you.' }] }] })
    trace.send(...turn(speech(300)))
    trace.wait(200)
    const early = trace.send(output('call_a'))
    trace.settle()
    expect([codes(early), trace.report.violations, trace.report.openCalls]).toEqual([[], [{ rule: 'output-early', about: 'call_a' }], []])
  })

  it('one that comes while another response runs is not early', () => {
    const trace = called([call('call_a')])
    trace.send(append(speech(300)), COMMIT, CREATE)
    trace.wait(200)
    trace.send(output('call_a'))
    expect(trace.report.violations).toEqual([])
  })

  it('asking while the voice detection answers is a lost race, and no offence', () => {
    const trace = startTrace()
    trace.send(append(Buffer.concat([silence(400), speech(500), silence(300)])))
    expect([codes(trace.send(CREATE)), trace.report.violations]).toEqual([['conversation_already_has_active_response'], []])
  })

  it('a client names its own calls with at most 32 characters, and answers one of the server at any length', () => {
    const long = `call_${'x'.repeat(60)}`
    const trace = called([call(long)])
    const own = { type: 'conversation.item.create', item: { type: 'function_call', name: 'clock', arguments: '{}', call_id: long } }
    expect(errorsIn(trace.send(output(long), own))).toEqual([expect.objectContaining({ code: 'string_above_max_length', param: 'item.call_id' })])
  })
})

describe('a bad tool', () => {
  const good = { type: 'function', name: 'clock', description: 'Tells the time.', parameters: { type: 'object', properties: {} } }
  it.each([
    ['no name', { type: 'function' }, { code: 'missing_required_parameter', param: 'session.tools[1].name' }],
    ['a name with a dot', { ...good, name: 'notes.read' }, { code: 'invalid_value', param: 'session.tools[1].name' }],
    ['a name of nothing', { ...good, name: '' }, { code: 'invalid_value', param: 'session.tools[1].name' }],
    ['a name of 65 characters', { ...good, name: 'a'.repeat(65) }, { code: 'invalid_value', param: 'session.tools[1].name' }],
    ['a field of another endpoint', { ...good, strict: true }, { code: 'unknown_parameter', param: 'session.tools[1].strict' }],
    ['parameters that are no object', { ...good, parameters: '{}' }, { code: 'invalid_value', param: 'session.tools[1].parameters' }],
  ])('%s: the whole update is refused', (_what, bad, expected) => {
    const trace = startTrace()
    const refused = errorsIn(trace.send(update({ instructions: 'New.', tools: [good, bad] })))
    const [kept] = trace.send(update({}))
    expect([refused, dig(kept, 'session', 'tools'), dig(kept, 'session', 'instructions') === 'New.', trace.report.violations]).toEqual([
      [expect.objectContaining(expected)],
      [],
      false,
      [{ rule: 'bad-tool', about: expected.param }],
    ])
  })

  it('is one in a single response as well; 64 characters are good', () => {
    const trace = startTrace()
    const ask = (name: string) => trace.send({ type: 'response.create', response: { tools: [{ ...good, name }] } })
    expect([errorsIn(ask('a b')), errorsIn(ask('a'.repeat(64)))]).toEqual([[expect.objectContaining({ param: 'response.tools[0].name' })], []])
  })
})

describe('calls left open', () => {
  it('are whole ones without an output; half a call is none', () => {
    const trace = called([call('call_a'), call('call_b')])
    trace.send(output('call_a'), MANUAL)
    expect(trace.report.openCalls).toEqual(['call_b'])
  })

  it('those of a cancelled response too', () => {
    const trace = startTrace({ script: [{ outputs: [call('call_a'), call('call_b', { arguments: JSON.stringify({ zone: 'x'.repeat(200) }) })] }] })
    trace.send(...turn(speech(300)))
    trace.wait(200)
    trace.send(CANCEL)
    trace.session.wasClosed(1_000)
    expect([trace.report.openCalls, trace.report.closeCode]).toEqual([['call_a'], 1_000])
  })
})

describe('requests of each turn', () => {
  const picture = { type: 'input_image', image_url: `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex').toString('base64')}` }
  const pictureItem = { type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [picture] } }

  it('count what was asked for, with calls and outputs', () => {
    const trace = called([call('call_a'), call('call_b', { name: 'dice' })])
    trace.send(output('call_a'), output('call_b', 'six'), pictureItem, CREATE)
    trace.settle()
    trace.send(userText('and now?'), CREATE, { type: 'response.create', response: { conversation: 'none' } })
    const { turns } = trace.report
    expect(turns.map(({ creates, calls, outputs }) => [creates, calls, outputs])).toEqual([
      [2, ['clock', 'dice'], ['noon', 'six']],
      [1, [], []],
    ])
  })

  it('voice detection asks for itself', () => {
    const trace = startTrace({ script: [{ outputs: [call('call_a')] }] })
    for (let count = 0; count < 3; count++) {
      trace.send(append(Buffer.concat([silence(400), speech(500), silence(300)])))
      trace.settle()
      if (count === 0) trace.send(output('call_a'), CREATE)
      trace.settle()
    }
    expect(trace.report.turns.map(({ creates, outputs }) => [creates, outputs])).toEqual([[1, ['noon']], [0, []], [0, []]])
  })
})
