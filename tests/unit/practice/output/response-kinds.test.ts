import { describe, expect, it } from 'vitest'
import { isFields } from '../../../../src/main/practice/session/fields'
import { append, audioOf, CANCEL, COMMIT, CREATE, dig, errorsIn, MANUAL, only, speech, startTrace, transcriptOf, turn, types, update, userText } from '../trace'

describe('out-of-band responses (checklist 15)', () => {
  it('run beside the default one, carry metadata, and leave no item behind', () => {
    const trace = startTrace()
    trace.send(...turn(speech(1_000)))
    const input = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'side topic' }] }]
    const response = { conversation: 'none', output_modalities: ['text'], metadata: { topic: 'side' }, input }
    const [created] = trace.send({ type: 'response.create', response })
    const running = trace.report.activeResponses
    const frames = trace.settle()
    const side = only(frames, 'response.done').find((frame) => dig(frame, 'response', 'conversation_id') === null)
    expect([dig(created, 'response', 'metadata'), running, dig(side, 'response', 'output', 0, 'content', 0, 'text'), only(frames, 'conversation.item.added').length]).toEqual([
      { topic: 'side' },
      2,
      'side topic',
      1,
    ])
  })

  it('take item references, and refuse unknown ones', () => {
    const trace = startTrace()
    const ask = (id: string) => trace.send({ type: 'response.create', response: { conversation: 'none', input: [{ type: 'item_reference', id }] } })
    trace.send(...turn(speech(400)).slice(0, 3))
    const unknown = errorsIn(ask('item_nowhere'))
    ask('item_T0001')
    expect([dig(unknown, 0, 'code'), audioOf(trace.settle()).equals(speech(400))]).toEqual(['item_retrieve_invalid_item_id', true])
  })

  it.each([
    ['too much metadata', { metadata: { key: 'x'.repeat(513) } }, 'response.metadata'],
    ['an unknown field', { temperature: 1 }, 'response.temperature'],
    ['a third conversation', { conversation: 'other' }, 'response.conversation'],
  ])('refuse %s', (_name, response, param) => {
    expect(errorsIn(startTrace().send({ type: 'response.create', response }))).toEqual([expect.objectContaining({ param })])
  })
})

describe('scripted answers (checklist 16)', () => {
  it('can be several function calls in one response; their outputs are then spoken', () => {
    const trace = startTrace({
      script: [
        {
          outputs: [
            { kind: 'function-call', name: 'clock', arguments: '{"zone":"Europe/Berlin"}', callId: 'call_a' },
            { kind: 'function-call', name: 'dice', arguments: '{}' },
          ],
        },
      ],
    })
    trace.send(...turn(speech(300)))
    const frames = trace.settle()
    trace.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: 'call_a', output: 'noon' } }, CREATE)
    const calls = only(frames, 'response.output_item.done').map((frame) => [dig(frame, 'output_index'), dig(frame, 'item', 'call_id'), dig(frame, 'item', 'arguments'), dig(frame, 'item', 'status')])
    expect([calls, only(frames, 'response.function_call_arguments.done').map((frame) => frame['name']), transcriptOf(trace.settle())]).toEqual([
      [
        [0, 'call_a', '{"zone":"Europe/Berlin"}', 'completed'],
        [1, 'call_T0001', '{}', 'completed'],
      ],
      ['clock', 'dice'],
      'The tool answered: noon',
    ])
  })

  it('take an output for a call that there is, and for no other', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{}', callId: 'call_a' }] }] })
    trace.send(...turn(speech(300)))
    trace.settle()
    const refused = (callId: string) => errorsIn(trace.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: callId, output: 'noon' } }))
    expect([refused('call_a'), refused('call_b')]).toEqual([
      [],
      [expect.objectContaining({ type: 'invalid_request_error', code: 'invalid_tool_call_id', message: "Tool call ID 'call_b' not found in conversation." })],
    ])
  })

  it('marks an interrupted call incomplete', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{"zone":"Europe/Berlin"}' }] }] })
    trace.send(...turn(speech(300)))
    trace.wait(135)
    const frames = trace.send(CANCEL)
    expect([types(frames), dig(only(frames, 'response.output_item.done'), 0, 'item', 'status')]).toEqual([
      ['response.function_call_arguments.done', 'conversation.item.done', 'response.output_item.done', 'response.done'],
      'incomplete',
    ])
  })

  it('plays MCP calls, good and bad, and approval requests', () => {
    const call = { kind: 'mcp-call', serverLabel: 'docs', name: 'find', arguments: '{}' } as const
    const script = [{ outputs: [{ ...call, output: 'found' }, { ...call, error: 'broken' }, { kind: 'mcp-approval-request', serverLabel: 'docs', name: 'find', arguments: '{}' } as const] }]
    const trace = startTrace({ script })
    trace.send(CREATE)
    const frames = trace.settle()
    expect([types(frames).filter((type) => type.includes('mcp')), only(frames, 'response.output_item.done').map((frame) => dig(frame, 'item', 'type'))]).toEqual([
      [
        'response.mcp_call_arguments.delta',
        'response.mcp_call_arguments.done',
        'response.mcp_call.in_progress',
        'response.mcp_call.completed',
        'response.mcp_call_arguments.delta',
        'response.mcp_call_arguments.done',
        'response.mcp_call.in_progress',
        'response.mcp_call.failed',
      ],
      ['mcp_call', 'mcp_call', 'mcp_approval_request'],
    ])
  })

  it('take an approval once, and only of what was asked for; what is allowed is done, and names what allowed it', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'mcp-approval-request', serverLabel: 'docs', name: 'find', arguments: '{"q":1}' }] }] })
    const asked = [...trace.send(CREATE), ...trace.settle()]
    const request = only(asked, 'response.output_item.done').map((frame) => dig(frame, 'item', 'id'))[0]
    const allow = (id: unknown) => ({ type: 'conversation.item.create', item: { type: 'mcp_approval_response', approval_request_id: id, approve: true } })
    const refused = [allow('mcpr_none'), allow(request), allow(request)].map((event) => only(trace.send(event), 'error').length)
    const done = [...trace.send(CREATE), ...trace.settle()]
    expect([refused, only(done, 'response.output_item.done').map((frame) => ['type', 'approval_request_id', 'output'].map((name) => dig(frame, 'item', name)))]).toEqual([[1, 0, 1], [['mcp_call', request, 'practice was given {"q":1}']]])
  })

  it.each([[true, ['mcp_call', 'message']], [false, ['message']]])('ask for a typed wish once, whatever the answer is (%s)', (approve, kinds) => {
    const trace = startTrace()
    const asked = [...trace.send(userText('/hosted docs find {"q":1}'), CREATE), ...trace.settle()]
    const request = only(asked, 'response.output_item.done').map((frame) => dig(frame, 'item', 'id'))[0]
    trace.send({ type: 'conversation.item.create', item: { type: 'mcp_approval_response', approval_request_id: request, approve } })
    const answered = kinds.flatMap(() => [...trace.send(CREATE), ...trace.settle()])
    expect(only(answered, 'response.output_item.done').map((frame) => dig(frame, 'item', 'type'))).toEqual(kinds)
  })

  it.each([
    ['no place', [{ server_label: 'a' }]], ['two places', [{ server_label: 'a', server_url: 'https://a.example', connector_id: 'connector_gmail' }]],
    ['two keys', [{ server_label: 'a', server_url: 'https://a.example', authorization: 'x', headers: { Authorization: 'y' } }]],
    ['one label twice', [{ server_label: 'a', server_url: 'https://a.example' }, { server_label: 'a', server_url: 'https://b.example' }]],
  ])('refuse a server with %s', (_what, servers) => {
    const frames = startTrace().send(update({ tools: servers.map((server) => ({ type: 'mcp', ...server })) }))
    expect([only(frames, 'error').map((frame) => dig(frame, 'error', 'param')), only(frames, 'session.updated')]).toEqual([['session.tools'], []])
  })

  it('leave the items of MCP without object and status, wherever these items are seen', () => {
    const call = { kind: 'mcp-call', serverLabel: 'docs', name: 'find', arguments: '{}', output: 'found' } as const
    const trace = startTrace({ script: [{ outputs: [call, { ...call, kind: 'mcp-approval-request' }, { kind: 'say', text: 'Done.' }] }] })
    const listed = trace.send(update({ tools: [{ type: 'mcp', server_label: 'docs', server_url: 'https://example.com' }] }))
    const asked = [...trace.send(CREATE), ...trace.settle()]
    const request = only(asked, 'response.output_item.done').map((frame) => dig(frame, 'item')).filter(isFields).find(({ type }) => type === 'mcp_approval_request')?.['id']
    const answer = { type: 'conversation.item.create', item: { type: 'mcp_approval_response', approval_request_id: request, approve: false } }
    const frames = [...listed, ...asked, ...trace.send(answer)]
    const items = frames.flatMap((frame) => [dig(frame, 'item'), ...[dig(frame, 'response', 'output') ?? []].flat()]).filter(isFields)
    const marked = items.map((item) => [item['type'], item['object'] ?? null, typeof item['status']].join(' '))
    expect([...new Set(marked)].sort()).toEqual([
      'mcp_approval_request  undefined',
      'mcp_approval_response  undefined',
      'mcp_call  undefined',
      'mcp_list_tools  undefined',
      'message realtime.item string',
    ])
  })

  it('are consumed one per response; then the echo is back', () => {
    const trace = startTrace({ script: [{ outputs: [{ kind: 'say', text: 'First' }] }] })
    trace.send(...turn(speech(200)))
    const first = transcriptOf(trace.settle())
    trace.send(MANUAL, append(speech(300)), COMMIT, CREATE)
    expect([first, transcriptOf(trace.settle())]).toEqual(['First', 'You said 0.3 seconds.'])
  })

  it('can fail with only created and done', () => {
    const error = { type: 'server_error', code: 'server_error', message: 'Sorry.' }
    const trace = startTrace({ script: [{ ending: { status: 'failed', error } }] })
    const frames = [...trace.send(CREATE), ...trace.settle()]
    expect([types(frames), dig(frames[1], 'response', 'status_details')]).toEqual([
      ['response.created', 'response.done', 'rate_limits.updated'],
      { type: 'failed', error },
    ])
  })
})

describe('usage (checklist 18)', () => {
  it('counts 10 tokens a second heard and 20 spoken, and caches what was read before', () => {
    const trace = startTrace({ pacing: { speed: 100 } })
    const usages = [1, 2, 3].map(() => {
      trace.send(MANUAL, update({ instructions: '' }), append(speech(2_000)), COMMIT, CREATE)
      return dig(only(trace.settle(), 'response.done'), 0, 'response', 'usage')
    })
    const audio = (usage: unknown) => [
      dig(usage, 'input_token_details', 'audio_tokens'),
      dig(usage, 'input_token_details', 'cached_tokens_details', 'audio_tokens'),
      dig(usage, 'output_token_details', 'audio_tokens'),
    ]
    expect(usages.map(audio)).toEqual([
      [20, 0, 40],
      [80, 20, 40],
      [140, 80, 40],
    ])
  })
})
