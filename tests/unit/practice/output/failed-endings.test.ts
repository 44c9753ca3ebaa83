import { describe, expect, it } from 'vitest'
import { COMMIT, CREATE, append, dig, errorsIn, MANUAL, only, speech, startTrace, transcriptOf, turn } from '../trace'

describe('a response that fails', () => {
  it('failed-rate-limit says when to come back, in words and in rate_limits.updated, and is good again after its times', () => {
    const trace = startTrace({ faults: [{ name: 'failed-rate-limit', times: 2 }] })
    trace.send(...turn(speech(300)))
    const first = trace.settle()
    trace.send(CREATE)
    const second = trace.settle()
    trace.send(CREATE)
    const third = trace.settle()
    const status = [first, second, third].map((frames) => dig(only(frames, 'response.done')[0], 'response', 'status'))
    expect([status, dig(only(first, 'response.done')[0], 'response', 'status_details', 'error'), dig(only(first, 'rate_limits.updated')[0], 'rate_limits', 0), transcriptOf(third)]).toEqual([
      ['failed', 'failed', 'completed'],
      { type: 'rate_limit_error', code: 'rate_limit_exceeded', message: 'Rate limit reached for tokens per min. Please try again in 1.2s.' },
      { name: 'tokens', limit: 40_000, remaining: 0, reset_seconds: 1.2 },
      'You said 0.3 seconds.',
    ])
  })

  it('failed-rate-limit takes its time from VALUE', () => {
    const trace = startTrace({ faults: [{ name: 'failed-rate-limit', value: 350 }] })
    trace.send(CREATE)
    expect(dig(only(trace.settle(), 'response.done')[0], 'response', 'status_details', 'error', 'message')).toContain('Please try again in 0.35s.')
  })

  it('in the middle of its words leaves an incomplete item', () => {
    const error = { type: 'server_error', code: 'server_error', message: 'Sorry.' }
    const trace = startTrace({ script: [{ outputs: [{ kind: 'say', text: 'Well' }], ending: { status: 'failed', error } }] })
    trace.send(CREATE)
    const frames = trace.settle()
    expect([dig(only(frames, 'response.output_item.done')[0], 'item', 'status'), dig(only(frames, 'response.done')[0], 'response', 'status')]).toEqual(['incomplete', 'failed'])
  })
})

describe('own-response', () => {
  it('meets the client’s response.create, and leaves the turn to the next one', () => {
    const trace = startTrace({ faults: [{ name: 'own-response', times: 1 }] })
    const refused = errorsIn(trace.send(MANUAL, append(speech(400)), COMMIT, CREATE))
    const own = transcriptOf(trace.settle())
    trace.send(CREATE)
    expect([refused, own, transcriptOf(trace.settle()), trace.report.answered.map(({ responses }) => responses.length)]).toEqual([
      [expect.objectContaining({ code: 'conversation_already_has_active_response', message: expect.stringContaining('in progress: resp_T0001') })],
      'One moment.',
      'You said 0.4 seconds.',
      [1],
    ])
  })
})
