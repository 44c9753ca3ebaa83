import { describe, expect, it } from 'vitest'
import { dig, errorsIn, only, speech, startTrace, turn, turnDetection, types, userText, type Trace } from '../trace'

const message = (role: string, text: string) => ({ type: 'message', role, content: [{ type: role === 'assistant' ? 'output_text' : 'input_text', text }] })

const summary = (input?: readonly object[], rest: object = {}) => ({
  type: 'response.create',
  event_id: 'ask_1',
  response: { conversation: 'none', metadata: { purpose: 'summary', round: '1' }, output_modalities: ['text'], instructions: 'Be short.', ...(input === undefined ? {} : { input }), ...rest },
})

const textOf = (trace: Trace): unknown => dig(only(trace.settle(), 'response.done').at(-1), 'response', 'output', 0, 'content', 0, 'text')

describe('summaries out of band', () => {
  it('say the first words of what went in, and are told apart by their metadata', () => {
    const trace = startTrace()
    const frames = [...trace.send(summary([message('user', 'What is the weather in Oslo?'), message('assistant', 'Rain. '.repeat(40))])), ...trace.settle()]
    const done = only(frames, 'response.done')[0]
    const text = `Summary: What is the weather in Oslo? / ${'Rain. '.repeat(10).trim()}`
    expect([dig(frames[0], 'response', 'metadata'), dig(done, 'response', 'metadata'), dig(done, 'response', 'output', 0, 'content', 0, 'text'), trace.report.context, trace.report.summaries]).toEqual([
      { purpose: 'summary', round: '1' },
      { purpose: 'summary', round: '1' },
      text,
      [],
      [
        {
          responseId: 'resp_T0001',
          metadata: { purpose: 'summary', round: '1' },
          instructions: 'Be short.',
          inputTexts: ['What is the weather in Oslo?', 'Rain. '.repeat(40)],
          outcome: 'completed',
          text,
          usage: dig(done, 'response', 'usage'),
        },
      ],
    ])
  })

  it('show every one of many inputs, in at most 600 characters', () => {
    const trace = startTrace()
    trace.send(summary(Array.from({ length: 50 }, (_, at) => message('user', `t${String(at)} and a longer story about it`))))
    const text = String(textOf(trace))
    expect([text.length <= 600, Array.from({ length: 50 }, (_, at) => `t${String(at)} `).filter((word) => !text.includes(word))]).toEqual([true, []])
  })

  it('read the conversation where no input is given, calls and outputs included', () => {
    const trace = startTrace()
    const [call, output] = [{ type: 'function_call', call_id: 'c', name: 'clock', arguments: '{}' }, { type: 'function_call_output', call_id: 'c', output: 'noon' }]
    trace.send(userText('hello there'), ...[call, output].map((item) => ({ type: 'conversation.item.create', item })), summary())
    expect(textOf(trace)).toBe('Summary: hello there / {} / noon')
  })

  it('cost what they are given, and neither scripts nor failures of the talk touch them', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'say', text: 'Scripted' }] }], faults: ['failed-quota'] })
    trace.send(summary([message('user', 'x'.repeat(400))]))
    const done = only(trace.settle(), 'response.done')[0]
    trace.send(summary([], { instructions: '' }))
    expect([dig(done, 'response', 'status'), dig(done, 'response', 'usage', 'input_tokens'), textOf(trace)]).toEqual(['completed', 103, 'Summary: nothing.'])
  })

  it('run beside an answer without disturbing it or the idle clock', () => {
    const trace = startTrace({ pacing: { speed: 100 } })
    trace.send(turnDetection({ type: 'server_vad', idle_timeout_ms: 5_000, create_response: false }))
    trace.send(...turn(speech(300)).slice(1))
    const sent = types(trace.send(summary([message('user', 'side')])))
    const frames = trace.settle()
    expect([sent, only(frames, 'response.done').map((frame) => dig(frame, 'response', 'conversation_id')), trace.report.context.length]).toEqual([
      ['response.created'],
      expect.arrayContaining([null, 'conv_T0001']),
      2,
    ])
  })
})

describe('faults of responses out of band', () => {
  it('no-out-of-band refuses them, and only them', () => {
    const trace = startTrace({ faults: ['no-out-of-band'] })
    const refused = errorsIn(trace.send(summary([])))
    trace.send(...turn(speech(300)))
    expect([refused, types(trace.settle()).includes('response.done'), trace.report.summaries.map(({ outcome }) => outcome)]).toEqual([
      [expect.objectContaining({ code: 'invalid_value', param: 'response.conversation', event_id: 'ask_1' })],
      true,
      ['refused'],
    ])
  })

  it('out-of-band-silent never says a word', () => {
    const trace = startTrace({ faults: [{ name: 'out-of-band-silent', times: 1 }] })
    const frames = [...trace.send(summary([])), ...trace.settle()]
    trace.send(summary([]))
    expect([frames, textOf(trace), trace.report.summaries.map(({ outcome }) => outcome)]).toEqual([[], 'Summary: nothing.', ['silent', 'completed']])
  })

  it('failed-out-of-band begins and fails', () => {
    const trace = startTrace({ faults: ['failed-out-of-band'] })
    trace.send(summary([]))
    expect(dig(only(trace.settle(), 'response.done')[0], 'response', 'status_details', 'error', 'code')).toBe('server_error')
  })
})
