import { describe, expect, it } from 'vitest'
import { dig, errorsIn, MANUAL, only, speech, startTrace, turn, types, update } from '../trace'

describe('session.created (checklist 4)', () => {
  it('is the first event and shows the whole GA session with the wire’s defaults', () => {
    expect(startTrace().opened).toEqual([
      {
        type: 'session.created',
        event_id: 'event_T0001',
        session: {
          type: 'realtime',
          object: 'realtime.session',
          id: 'sess_T0001',
          model: 'practice-echo',
          expires_at: 1_800_003_600,
          output_modalities: ['audio'],
          instructions: expect.stringContaining('Practice mode'),
          tools: [],
          tool_choice: 'auto',
          max_output_tokens: 'inf',
          tracing: null,
          truncation: 'auto',
          prompt: null,
          include: null,
          audio: {
            input: {
              format: { type: 'audio/pcm', rate: 24_000 },
              transcription: null,
              noise_reduction: null,
              turn_detection: {
                type: 'server_vad',
                threshold: 0.5,
                prefix_padding_ms: 300,
                silence_duration_ms: 200,
                idle_timeout_ms: null,
                create_response: true,
                interrupt_response: true,
              },
            },
            output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1 },
          },
        },
      },
    ])
  })
})

describe('session.update (checklist 5)', () => {
  it('merges field by field and answers with the whole session', () => {
    const trace = startTrace()
    const [first] = trace.send(update({ instructions: 'Be brief.', audio: { input: { transcription: { model: 'gpt-transcribe', language: 'en' } } } }))
    const [second] = trace.send(update({ audio: { input: { transcription: { language: 'de' } }, output: { speed: 1.2 } } }))
    expect([first?.type, dig(second, 'session', 'instructions'), dig(second, 'session', 'audio', 'input', 'transcription'), dig(second, 'session', 'audio', 'output')]).toEqual([
      'session.updated',
      'Be brief.',
      { model: 'gpt-transcribe', language: 'de' },
      { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1.2 },
    ])
  })

  it('clears with "", [] and null', () => {
    const trace = startTrace()
    trace.send(update({ tools: [{ type: 'function', name: 'clock' }], audio: { input: { noise_reduction: { type: 'near_field' } } } }))
    const [updated] = trace.send(update({ instructions: '', tools: [], audio: { input: { noise_reduction: null } } }))
    expect([dig(updated, 'session', 'instructions'), dig(updated, 'session', 'tools'), dig(updated, 'session', 'audio', 'input', 'noise_reduction')]).toEqual(['', [], null])
  })

  it.each([
    ['no type', { session: {} }, 'missing_required_parameter', 'session.type'],
    ['no session', {}, 'missing_required_parameter', 'session'],
    ['a beta field', { session: { type: 'realtime', temperature: 0.8 } }, 'unknown_parameter', 'session.temperature'],
    ['a wrong voice', { session: { type: 'realtime', audio: { output: { voice: 'onyx' } } } }, 'invalid_value', 'session.audio.output.voice'],
    ['16 kHz', { session: { type: 'realtime', audio: { input: { format: { type: 'audio/pcm', rate: 16_000 } } } } }, 'invalid_value', 'session.audio.input.format.rate'],
    ['both modalities', { session: { type: 'realtime', output_modalities: ['text', 'audio'] } }, 'invalid_value', 'session.output_modalities'],
    ['no modality', { session: { type: 'realtime', output_modalities: [] } }, 'invalid_value', 'session.output_modalities'],
    ['a share above one', { session: { type: 'realtime', truncation: { type: 'retention_ratio', retention_ratio: 1.5 } } }, 'invalid_value', 'session.truncation.retention_ratio'],
    ['no share', { session: { type: 'realtime', truncation: { type: 'retention_ratio' } } }, 'missing_required_parameter', 'session.truncation.retention_ratio'],
    ['an unknown token limit', { session: { type: 'realtime', truncation: { type: 'retention_ratio', retention_ratio: 0.5, token_limits: { all: 1 } } } }, 'unknown_parameter', 'session.truncation.token_limits.all'],
    ['a deep wrong value', { session: { type: 'realtime', audio: { input: { turn_detection: { type: 'server_vad', threshold: 2 } } } } }, 'invalid_value', 'session.audio.input.turn_detection.threshold'],
    ['a tool without a name', { session: { type: 'realtime', tools: [{ type: 'function' }] } }, 'missing_required_parameter', 'session.tools[0].name'],
    ['another session type', { session: { type: 'transcription' } }, 'invalid_value', 'session.type'],
  ])('refuses %s with code, param and the client’s event id', (_name, event, code, param) => {
    const answer = startTrace().send({ type: 'session.update', event_id: 'mine', ...event })
    expect(errorsIn(answer)).toEqual([{ type: 'invalid_request_error', code, param, message: expect.any(String), event_id: 'mine' }])
  })

  it('says of two modalities that they do not go together, and keeps a share from 0 to 1', () => {
    const trace = startTrace()
    const refused = trace.send(update({ output_modalities: ['text', 'audio'] }))
    const kept = [0, 1].map((share) => dig(trace.send(update({ truncation: { type: 'retention_ratio', retention_ratio: share, token_limits: { post_instructions: 900 } } })), 0, 'session', 'truncation', 'retention_ratio'))
    expect([dig(errorsIn(refused), 0, 'message'), kept]).toEqual([
      "Invalid modalities: ['text', 'audio']. Supported combinations are: ['text'] and ['audio'].",
      [0, 1],
    ])
  })

  it('applies nothing of a refused update', () => {
    const trace = startTrace()
    trace.send(update({ instructions: 'lost', voice: 'ash' }))
    const [updated] = trace.send(update({}))
    expect(dig(updated, 'session', 'instructions')).toContain('Practice mode')
  })

  it('ignores a different model', () => {
    const [updated] = startTrace().send(update({ model: 'gpt-realtime-2.1' }))
    expect(dig(updated, 'session', 'model')).toBe('practice-echo')
  })

  it('locks the voice once the assistant has spoken, but takes the same one again', () => {
    const trace = startTrace()
    trace.send(update({ audio: { output: { voice: 'cedar' } } }), ...turn(speech(300)))
    trace.settle()
    const other = errorsIn(trace.send(update({ audio: { output: { voice: 'ash' } } })))
    const same = types(trace.send(update({ audio: { output: { voice: 'cedar' } } })))
    expect([dig(other, 0, 'code'), same]).toEqual(['cannot_update_voice', ['session.updated']])
  })

  it('refuses reasoning on an old model and takes it on a new one', () => {
    const ask = update({ reasoning: { effort: 'low' } })
    const old = startTrace({ model: 'gpt-realtime' }).send(ask)
    const recent = startTrace({ model: 'gpt-realtime-2.1' }).send(ask)
    expect([dig(errorsIn(old), 0, 'param'), types(recent)]).toEqual(['session.reasoning.effort', ['session.updated']])
  })

  it('lets turn detection go and come back at run time (checklist 14)', () => {
    const trace = startTrace()
    const [off] = trace.send(MANUAL)
    const [on] = trace.send(update({ audio: { input: { turn_detection: { type: 'server_vad', silence_duration_ms: 500 } } } }))
    const [semantic] = trace.send(update({ audio: { input: { turn_detection: { type: 'semantic_vad' } } } }))
    const path = ['session', 'audio', 'input', 'turn_detection']
    expect([off, on, semantic].map((frame) => dig(frame, ...path))).toEqual([
      null,
      { type: 'server_vad', threshold: 0.5, prefix_padding_ms: 300, silence_duration_ms: 500, idle_timeout_ms: null, create_response: true, interrupt_response: true },
      { type: 'semantic_vad', eagerness: 'auto', create_response: true, interrupt_response: true },
    ])
  })

  it('lists a new MCP server once, and says when the listing failed (checklist 16)', () => {
    const tools = [{ type: 'mcp', server_label: 'docs', server_url: 'https://example.com' }]
    const happy = startTrace()
    const sad = startTrace({ faults: ['failed-mcp-listing'] })
    const frames = [...happy.send(update({ tools })), ...happy.settle(), ...happy.send(update({ tools })), ...happy.settle()]
    sad.send(update({ tools }))
    expect([types(frames), types(sad.settle())]).toEqual([
      ['session.updated', 'conversation.item.added', 'mcp_list_tools.in_progress', 'mcp_list_tools.completed', 'conversation.item.done', 'session.updated'],
      ['mcp_list_tools.failed', 'conversation.item.done'],
    ])
    expect(only(frames, 'conversation.item.done').map((frame) => dig(frame, 'item', 'tools', 0, 'name'))).toEqual(['practice_tool'])
  })
})
