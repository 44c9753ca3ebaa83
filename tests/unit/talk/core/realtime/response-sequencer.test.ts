import { describe, expect, it } from 'vitest'
import {
  emptySequencer,
  isDropped,
  sequencerBoundMs,
  sequencerStep,
  turnOfResponse,
  type SequencerInput,
  type SequencerState,
} from '../../../../../src/main/talk/core/realtime/sequencer/response-sequencer'
import { MAX_KNOWN } from '../../../../../src/main/talk/core/realtime/sequencer/known-responses'
import { responseId, turnId } from '../../../../../src/shared/ids'

const T1 = turnId('T1')
const T2 = turnId('T2')
const R1 = responseId('R1')
const R2 = responseId('R2')

const request = (turn = T1): SequencerInput => ({ type: 'request', turn })
const created = (response = R1): SequencerInput => ({ type: 'created', response, welcome: true })
const done = (response = R1): SequencerInput => ({ type: 'done', response })
const cancel: SequencerInput = { type: 'cancel' }
const create = (turn = T1) => ({ type: 'sendCreate', turn })
const cancelSent = (response: string | null = R1) => ({ type: 'sendCancel', response })

const run = (...inputs: readonly SequencerInput[]) =>
  inputs.reduce<{ state: SequencerState; commands: readonly unknown[] }>(
    ({ state, commands }, input) => {
      const next = sequencerStep(state, input)
      return { state: next.state, commands: [...commands, ...next.commands] }
    },
    { state: emptySequencer, commands: [] },
  )

/** Where it ends, and what was sent on the way. */
const trace = (...inputs: readonly SequencerInput[]) => {
  const { state, commands } = run(...inputs)
  return [state.name, ...commands]
}

describe('the response sequencer', () => {
  it('asks once and is free again when the answer is done', () => {
    expect(trace(request(), created(), done())).toEqual(['idle', create()])
  })

  it('holds the next question until the cancelled answer is done', () => {
    expect([trace(request(), created(), cancel, request(T2)), trace(request(), created(), cancel, request(T2), done())]).toEqual([
      ['cancelling', create(), cancelSent()],
      ['creating', create(), cancelSent(), create(T2)],
    ])
  })

  it('cancels an answer that has no name yet as soon as it has one', () => {
    expect(trace(request(), cancel, request(T2), created(), done())).toEqual(['creating', create(), cancelSent(), create(T2)])
  })

  it('does nothing when there is nothing to cancel, and cancels once', () => {
    expect([trace(cancel), trace(request(), created(), cancel, cancel)]).toEqual([['idle'], ['cancelling', create(), cancelSent()]])
  })

  it('forgets a waiting question that is cancelled too', () => {
    expect(trace(request(), created(), cancel, request(T2), cancel, done())).toEqual(['idle', create(), cancelSent()])
  })

  it('waits for the answer that the server already gives', () => {
    const refusal: SequencerInput = { type: 'createRefused', welcome: true }
    expect([trace(request(), refusal), trace(request(), refusal, done(R2)), trace(request(), refusal, created(R2), done(R2))]).toEqual([
      ['held', create()],
      ['creating', create(), create()],
      ['creating', create(), create()],
    ])
  })

  it('gives back what it took for its own when the refusal comes after it, and asks again behind it', () => {
    const taken = run(request(), created(R1), { type: 'createRefused', welcome: true })
    expect([turnOfResponse(taken.state, R1), trace(request(), created(R1), { type: 'createRefused', welcome: true }, done(R1), created(R2))]).toEqual([null, ['active', create(), create()]])
  })

  it('cancels what runs when a held question is given up', () => {
    expect(trace(request(), { type: 'createRefused', welcome: true }, cancel, created(R2), done(R2))).toEqual(['idle', create(), cancelSent(null)])
  })

  it('is free again when a create fails', () => {
    expect(trace(request(), { type: 'createFailed' }, request(T2))).toEqual(['creating', create(), create(T2)])
  })

  it('does not wait for ever for a done that never comes', () => {
    expect(trace(request(), created(), cancel, request(T2), { type: 'expired' })).toEqual(['creating', create(), cancelSent(), create(T2)])
  })

  it('knows of answers that the server makes by itself', () => {
    const { state } = run(created(R2))
    expect([state.name, turnOfResponse(state, R2), trace(created(R2), cancel)]).toEqual([
      'active',
      null,
      ['cancelling', cancelSent(R2)],
    ])
  })

  it('knows whose each answer is and which ones are not wanted any more', () => {
    const { state } = run(request(), created(), cancel, request(T2), done(), created(R2))
    expect([turnOfResponse(state, R1), isDropped(state, R1), turnOfResponse(state, R2), isDropped(state, R2)]).toEqual([T1, true, T2, false])
  })

  it('is not led astray by a done that comes late', () => {
    expect(trace(request(), created(), cancel, { type: 'expired' }, request(T2), done(R1), created(R2))).toEqual([
      'active',
      create(),
      cancelSent(),
      create(T2),
    ])
  })

  it('does not take the end of another answer for the end of its own', () => {
    expect([trace(request(), created(), done(R2)), trace(request(), created(), cancel, done(R2))]).toEqual([
      ['active', create()],
      ['cancelling', create(), cancelSent()],
    ])
  })

  it('remembers a bounded number of answers', () => {
    const many = Array.from({ length: 100 }, (_, index) => [created(responseId(`R${String(index)}`)), done(responseId(`R${String(index)}`))])
    expect(run(...many.flat()).state.known.length).toBe(MAX_KNOWN)
  })

  it('forgets everything with the connection', () => {
    expect(run(request(), created(), cancel, request(T2), { type: 'reset' }).state).toEqual(emptySequencer)
  })

  it('bounds every state that waits for an answer of the server', () => {
    const states = [run(), run(request()), run(request(), { type: 'createRefused', welcome: true }), run(request(), created()), run(request(), created(), cancel)]
    expect(states.map(({ state }) => [state.name, sequencerBoundMs(state)])).toEqual([
      ['idle', null],
      ['creating', 15_000],
      ['held', 15_000],
      ['active', 60_000],
      ['cancelling', 3_000],
    ])
  })

  it('never sends a second create before the first answer is over or given up', () => {
    const alphabet: readonly SequencerInput[] = [request(), request(T2), cancel, created(R1), done(R1), { type: 'createRefused', welcome: true }]
    const traces = Array.from({ length: 6 ** 5 }, (_, n) => Array.from({ length: 5 }, (_, i) => alphabet[Math.floor(n / 6 ** i) % 6] ?? cancel))
    const doubled = traces.filter((inputs) => {
      const over = inputs.filter(({ type }) => type === 'done' || type === 'createRefused').length
      return run(...inputs).commands.filter((command) => JSON.stringify(command).includes('sendCreate')).length > over + 1
    })
    expect(doubled).toEqual([])
  })
})
