import { describe, expect, it } from 'vitest'
import { FAULT_NAMES, FaultBox, readFault } from '../../../../src/main/practice/faults/faults'
import { append, audioOf, CANCEL, COMMIT, CREATE, dig, MANUAL, only, silence, speech, startTrace, turn, types, update } from '../trace'

const transcribing = update({ audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } })

describe('the end of a session (checklist 19)', () => {
  it('is an error session_expired and a close 1001 with the same sentence', () => {
    const trace = startTrace({ lifetimeSeconds: 3_600 })
    const emissions = trace.emissionsAfter(3_600_000)
    const sentence = 'Your session hit the maximum duration of 60 minutes.'
    expect(emissions).toEqual([
      { kind: 'send', frame: expect.objectContaining({ type: 'error', error: expect.objectContaining({ code: 'session_expired', message: sentence }) }) },
      { kind: 'close', code: 1_001, reason: sentence },
    ])
  })

  it('comes earlier with a shorter life, and session.created says so', () => {
    const trace = startTrace({ lifetimeSeconds: 5 })
    expect([dig(trace.opened[0], 'session', 'expires_at'), trace.emissionsAfter(4_999), trace.emissionsAfter(1).at(-1)]).toEqual([
      1_800_000_005,
      [],
      { kind: 'close', code: 1_001, reason: 'Your session hit the maximum duration of 5 seconds.' },
    ])
  })

  it('is told in whole seconds, and comes then and not before', () => {
    const trace = startTrace({ lifetimeSeconds: 0.75 })
    expect([dig(trace.opened[0], 'session', 'expires_at'), trace.emissionsAfter(999), trace.emissionsAfter(1).at(-1)]).toEqual([
      1_800_000_001,
      [],
      { kind: 'close', code: 1_001, reason: 'Your session hit the maximum duration of 0.75 seconds.' },
    ])
  })
})

describe('a session with some grace', () => {
  it('ends that much later than it has announced', () => {
    const trace = startTrace({ lifetimeSeconds: 5, graceSeconds: 2 })
    expect([dig(trace.opened[0], 'session', 'expires_at'), trace.emissionsAfter(6_999), trace.emissionsAfter(1).at(-1)]).toEqual([
      1_800_000_005,
      [],
      { kind: 'close', code: 1_001, reason: 'Your session hit the maximum duration of 5 seconds.' },
    ])
  })
})

describe('faults of the wire (checklist 20)', () => {
  it('hears-things tells of speech behind each session.updated and each answer, while nobody is listened to', () => {
    const trace = startTrace({ faults: ['hears-things'] })
    const [set, answered] = [trace.send(MANUAL), trace.send(...turn(speech(500)).slice(1))]
    expect([types(set), types([...answered, ...trace.settle()]).filter((type) => /speech|response\.done/.test(type))]).toEqual([
      ['session.updated', 'input_audio_buffer.speech_started'],
      ['response.done', 'input_audio_buffer.speech_started'],
    ])
  })

  it('late-deltas come after the response.done of a cancelled response, with its ids', () => {
    const trace = startTrace({ faults: [{ name: 'late-deltas', value: 3 }] })
    trace.send(...turn(speech(3_000)))
    trace.wait(150)
    const done = trace.send(CANCEL)
    const late = trace.settle()
    expect([types(done).at(-1), only(late, 'response.output_audio.delta').map((frame) => frame['response_id']), types(late).at(-1)]).toEqual([
      'response.done',
      ['resp_T0001', 'resp_T0001', 'resp_T0001'],
      'rate_limits.updated',
    ])
  })

  it('duplicate-events repeats everything but deltas, with the same id', () => {
    const trace = startTrace({ faults: ['duplicate-events'] })
    const frames = [...trace.send(...turn(speech(300))), ...trace.settle()]
    const ids = (type: string) => only(frames, type).map((frame) => frame.event_id)
    const [first, second] = ids('response.done')
    expect([first === second, ids('response.done').length, audioOf(frames).equals(speech(300))]).toEqual([true, 2, true])
  })

  it('reordered-transcription arrives after the answer, newest turn first', () => {
    const trace = startTrace({ faults: ['reordered-transcription'] })
    trace.send(transcribing, append(speech(200)), COMMIT, append(speech(300)), COMMIT, CREATE)
    const frames = trace.settle()
    const after = frames.slice(types(frames).indexOf('response.done'))
    expect(only(after, 'conversation.item.input_audio_transcription.completed').map((frame) => frame['item_id'])).toEqual(['item_T0002', 'item_T0001'])
  })

  it('failed-transcription keeps the item and says why', () => {
    const trace = startTrace({ faults: ['failed-transcription'] })
    trace.send(transcribing, append(speech(200)), COMMIT)
    expect(trace.settle().map((frame) => [frame.type, dig(frame, 'error', 'code')])).toEqual([
      ['conversation.item.input_audio_transcription.failed', 'audio_unintelligible'],
    ])
  })

  it('unknown-event mixes in strange types and fields', () => {
    const [created, strange] = startTrace({ faults: ['unknown-event'] }).opened
    expect([created?.['phase'], strange?.type]).toEqual(['final', 'response.mood.detected'])
  })

  it('missing-optional-fields leaves out what the tolerance list names', () => {
    const trace = startTrace({ faults: ['missing-optional-fields'] })
    const frames = [...trace.send(...turn(speech(300))), ...trace.settle()]
    const unwanted = ['conversation.item.done', 'rate_limits.updated', 'response.content_part.added', 'response.content_part.done']
    const done = only(frames, 'response.done')[0]
    expect([
      types(frames).filter((type) => unwanted.includes(type)),
      Object.keys(only(frames, 'input_audio_buffer.committed')[0] ?? {}).toSorted(),
      dig(done, 'response', 'usage'),
      dig(done, 'response', 'status'),
    ]).toEqual([[], ['event_id', 'type'], undefined, 'completed'])
  })

  it('odd-chunks splits samples over two deltas and loses none', () => {
    const trace = startTrace({ faults: ['odd-chunks'] })
    trace.send(...turn(speech(600)))
    const frames = trace.settle()
    const odd = only(frames, 'response.output_audio.delta').filter((frame) => Buffer.byteLength(String(frame['delta']), 'base64') % 2 === 1)
    expect([odd.length > 2, audioOf(frames).equals(speech(600))]).toEqual([true, true])
  })

  it('obfuscation pads every delta, and nothing else', () => {
    const trace = startTrace({ faults: ['obfuscation'] })
    const frames = [...trace.send(...turn(speech(300))), ...trace.settle()]
    expect(frames.every((frame) => frame.type.endsWith('.delta') === (typeof frame['obfuscation'] === 'string'))).toBe(true)
  })

  it('no-update-ack applies the update without a word', () => {
    const trace = startTrace({ faults: ['no-update-ack'] })
    expect([trace.send(MANUAL), trace.send(append(Buffer.concat([silence(400), speech(300), silence(300)])))]).toEqual([[], []])
  })

  it('early-rate-limits come right after response.created as well', () => {
    const trace = startTrace({ faults: ['early-rate-limits'] })
    expect(types(trace.send(CREATE))).toEqual(['response.created', 'rate_limits.updated'])
  })

  it.each([
    ['failed-rate-limit', 'rate_limit_exceeded'],
    ['failed-quota', 'insufficient_quota'],
    ['failed-server-error', 'server_error'],
  ] as const)('%s fails one response with %s when told to strike once', (name, code) => {
    const trace = startTrace({ faults: [{ name, times: 1 }] })
    trace.send(CREATE)
    const first = only(trace.settle(), 'response.done')[0]
    trace.send(CREATE)
    const second = only(trace.settle(), 'response.done')[0]
    expect([dig(first, 'response', 'status'), dig(first, 'response', 'status_details', 'error', 'code'), dig(second, 'response', 'status')]).toEqual(['failed', code, 'completed'])
  })
})

describe('naming faults', () => {
  it('reads NAME[=VALUE][*TIMES] and nothing else', () => {
    expect(['half-open', 'drop-after-appends=5', 'http-503*2', 'drop-mid-answer=3*1', 'drop', 'half-open=x', 'toString', ''].map(readFault)).toEqual([
      { name: 'half-open' },
      { name: 'drop-after-appends', value: 5 },
      { name: 'http-503', times: 2 },
      { name: 'drop-mid-answer', value: 3, times: 1 },
      null,
      null,
      null,
      null,
    ])
  })

  it('reads cuts as KIND-MOMENT', () => {
    expect(['close-3000-on-commit=2*1', 'half-open-mid-answer', 'close-9999-on-commit', 'drop-sometimes'].map(readFault)).toEqual([
      { name: 'close-3000-on-commit', value: 2, times: 1 },
      { name: 'half-open-mid-answer' },
      null,
      null,
    ])
  })

  it('adds to what is in force, and renews what has worn out', () => {
    const box = new FaultBox()
    box.set([{ name: 'http-503', times: 1 }, 'obfuscation'])
    const first = box.strike('http-503')
    box.add([{ name: 'http-503', times: 1 }])
    expect([first, box.strike('http-503'), box.strike('http-503'), box.has('obfuscation')]).toEqual([true, true, false, true])
  })

  it('knows every documented name', () => {
    expect(FAULT_NAMES.map((name) => readFault(name))).toEqual(FAULT_NAMES.map((name) => ({ name })))
  })

  it('wears out after its times, and can be replaced at run time', () => {
    const box = new FaultBox()
    box.set([{ name: 'http-503', times: 2 }, 'obfuscation'])
    const strikes = [box.strike('http-503'), box.strike('http-503'), box.strike('http-503'), box.has('obfuscation')]
    box.set([])
    expect([...strikes, box.has('obfuscation')]).toEqual([true, true, false, true, false])
  })
})
