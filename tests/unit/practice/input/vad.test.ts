import { describe, expect, it } from 'vitest'
import { append, audioOf, COMMIT, dig, errorsIn, only, silence, speech, startTrace, transcriptOf, turnDetection, types, userText, CREATE, MANUAL } from '../trace'

const spoken = (quietMs: number, speechMs: number, afterMs: number): Buffer => Buffer.concat([silence(quietMs), speech(speechMs), silence(afterMs)])

/** As a microphone does it: 20 ms at a time. */
const stream = (audio: Buffer): readonly object[] =>
  Array.from({ length: Math.ceil(audio.byteLength / 960) }, (_unused, index) => append(audio.subarray(index * 960, (index + 1) * 960)))

describe('server VAD (checklist 13)', () => {
  it('finds the turn, commits it with its padding, and answers by itself', () => {
    const trace = startTrace()
    const audio = spoken(1_000, 600, 400)
    const frames = trace.send(...stream(audio))
    expect(frames.map((frame) => [frame.type, frame['item_id'], frame['audio_start_ms'] ?? frame['audio_end_ms']])).toEqual([
      ['input_audio_buffer.speech_started', 'item_T0001', 700],
      ['input_audio_buffer.speech_stopped', 'item_T0001', 1_800],
      ['input_audio_buffer.committed', 'item_T0001', undefined],
      ['conversation.item.added', undefined, undefined],
      ['conversation.item.done', undefined, undefined],
      ['response.created', undefined, undefined],
    ])
    expect(audioOf(trace.settle()).equals(audio.subarray(700 * 48, 1_800 * 48))).toBe(true)
  })

  it('counts audio time, so one big append gives the same turns as a stream', () => {
    const audio = Buffer.concat([spoken(500, 300, 300), spoken(300, 400, 300)])
    const turns = (events: readonly object[]) => {
      const trace = startTrace()
      trace.send(turnDetection({ type: 'server_vad', create_response: false }))
      return trace.send(...events).map((frame) => [frame.type, frame['audio_start_ms'], frame['audio_end_ms']])
    }
    expect(turns([append(audio)])).toEqual(turns(stream(audio)))
  })

  it('goes on counting over turns, and clamps the first start to zero', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'server_vad', create_response: false }))
    const frames = trace.send(append(spoken(100, 300, 200)), append(spoken(400, 300, 200)))
    expect(only(frames, 'input_audio_buffer.speech_started').map((frame) => frame['audio_start_ms'])).toEqual([0, 700])
  })

  it('hears no speech in silence, in a click, or below the threshold', () => {
    const soft = Buffer.from(speech(500))
    for (let at = 0; at < soft.byteLength; at += 2) soft.writeInt16LE(Math.round(soft.readInt16LE(at) / 50), at)
    const trace = startTrace()
    expect(trace.send(append(silence(500)), append(spoken(0, 40, 500)), append(soft))).toEqual([])
  })

  it('waits for silence_duration_ms', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'server_vad', silence_duration_ms: 600 }))
    const early = types(trace.send(append(spoken(400, 300, 500))))
    expect([early, types(trace.send(append(silence(100))))[0]]).toEqual([['input_audio_buffer.speech_started'], 'input_audio_buffer.speech_stopped'])
  })

  it('interrupts the running answer: started first, then the cancelled response', () => {
    const trace = startTrace()
    trace.send(append(spoken(400, 2_000, 200)))
    trace.wait(150)
    const frames = trace.send(append(speech(100)))
    expect([types(frames)[0], types(frames).at(-1), dig(frames.at(-1), 'response', 'status_details')]).toEqual([
      'input_audio_buffer.speech_started',
      'response.done',
      { type: 'cancelled', reason: 'turn_detected' },
    ])
  })

  it('lets the answer run with interrupt_response false, and then silently makes no second one', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'server_vad', interrupt_response: false }), append(spoken(400, 2_000, 200)))
    trace.wait(150)
    const second = types(trace.send(append(spoken(0, 300, 300))))
    const done = only(trace.settle(), 'response.done')
    expect([second, done.map((frame) => dig(frame, 'response', 'status')), trace.report.responsesCreated]).toEqual([
      ['input_audio_buffer.speech_started', 'input_audio_buffer.speech_stopped', 'input_audio_buffer.committed', 'conversation.item.added', 'conversation.item.done'],
      ['completed'],
      1,
    ])
  })

  it('only commits with create_response false', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'server_vad', create_response: false }))
    expect(types(trace.send(append(spoken(400, 300, 300)))).at(-1)).toBe('conversation.item.done')
  })

  it('after a manual commit in mid-speech sends a stop without an item', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'server_vad', silence_duration_ms: 60, create_response: false }))
    const frames = trace.send(append(speech(500)), COMMIT, append(silence(60)))
    expect(types(frames)).toEqual([
      'input_audio_buffer.speech_started',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'input_audio_buffer.speech_stopped',
    ])
  })

  it('answers a surplus commit after its own with commit_empty', () => {
    const trace = startTrace()
    expect(dig(errorsIn(trace.send(append(spoken(400, 300, 200)), COMMIT)), 0, 'code')).toBe('input_audio_buffer_commit_empty')
  })

  it('is deaf after a switch to manual, and hears again after the switch back (checklist 14)', () => {
    const trace = startTrace()
    const deaf = trace.send(MANUAL, append(spoken(100, 300, 300)), { type: 'input_audio_buffer.clear' })
    const heard = trace.send(turnDetection({ type: 'server_vad' }), append(spoken(400, 300, 300)))
    expect([types(deaf), only(heard, 'input_audio_buffer.speech_started').map((frame) => frame['audio_start_ms'])]).toEqual([
      ['session.updated', 'input_audio_buffer.cleared'],
      [800],
    ])
  })

  it('waits longer with semantic_vad', () => {
    const trace = startTrace()
    trace.send(turnDetection({ type: 'semantic_vad', eagerness: 'low', create_response: false }))
    expect(only(trace.send(append(spoken(400, 300, 1_400))), 'input_audio_buffer.speech_stopped').map((frame) => frame['audio_end_ms'])).toEqual([1_900])
  })
})

describe('idle timeout (checklist 13)', () => {
  const idle = { type: 'server_vad', idle_timeout_ms: 5_000 }

  it('counts from the end of the played answer, then commits the silence and asks', () => {
    const trace = startTrace({ pacing: { speed: 1_000, thinkMs: 0 } })
    trace.send(turnDetection(idle), append(spoken(0, 700, 200)))
    trace.wait(500)
    const before = trace.send(append(silence(5_800)))
    const after = trace.send(append(silence(200)))
    expect([before, types(after).slice(0, 5), [after[0]?.['audio_start_ms'], after[0]?.['audio_end_ms']], transcriptOf([...after, ...trace.settle()])]).toEqual([
      [],
      ['input_audio_buffer.timeout_triggered', 'input_audio_buffer.committed', 'conversation.item.added', 'conversation.item.done', 'response.created'],
      [900, 6_900],
      'Are you still there?',
    ])
  })

  it('is off while the user speaks, and never fires without a first answer', () => {
    const trace = startTrace({ pacing: { speed: 1_000, thinkMs: 0 } })
    trace.send(turnDetection({ ...idle, create_response: false }))
    const noAnswer = trace.send(append(silence(20_000)))
    trace.send(userText('hi'), CREATE)
    trace.settle()
    const talking = types(trace.send(append(speech(8_000)), append(silence(100))))
    expect([noAnswer, talking]).toEqual([[], ['input_audio_buffer.speech_started']])
  })
})
