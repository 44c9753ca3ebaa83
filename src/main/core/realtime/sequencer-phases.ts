import { assertNever } from '../../../shared/assert'
import type { ResponseId, TurnId } from '../../../shared/ids'
import { go, stay } from '../transition'
import { disown, drop, find, learn } from './known-responses'
import type { Active, Cancelling, Creating, Held, KnownResponse, SequencerIdle, SequencerInput, SequencerStep } from './sequencer-types'

type Known = readonly KnownResponse[]

export function idle(state: SequencerIdle, input: SequencerInput): SequencerStep {
  switch (input.type) {
    case 'request':
      return create(state.known, input.turn)
    case 'created':
      return begun(state.known, input.response, null, null)
    case 'cancel':
    case 'done':
    case 'createRefused':
    case 'createFailed':
    case 'expired':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function creating(state: Creating, input: SequencerInput): SequencerStep {
  const { known, turn, next } = state
  switch (input.type) {
    case 'request':
      return go({ ...state, next: input.turn })
    case 'cancel':
      return go({ ...state, cancelled: true, next: null })
    case 'created':
      return state.cancelled ? cancel(learn(known, input.response, turn), input.response, next) : begun(known, input.response, turn, next)
    case 'createRefused':
      return refused(state)
    case 'createFailed':
    case 'expired':
      return release(known, next)
    case 'done':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** The newest wish waits; a cancelled one does not. */
function refused({ known, turn, cancelled, next }: Creating): SequencerStep {
  const wish = next ?? (cancelled ? null : turn)
  return wish === null ? go({ name: 'idle', known }) : go({ name: 'held', known, turn: wish })
}

export function held(state: Held, input: SequencerInput): SequencerStep {
  switch (input.type) {
    case 'request':
      return go({ ...state, turn: input.turn })
    case 'cancel':
      return go({ name: 'cancelling', known: state.known, response: null, next: null }, { type: 'sendCancel', response: null })
    case 'created':
      return begun(state.known, input.response, null, state.turn)
    case 'done':
    case 'expired':
      return create(state.known, state.turn)
    case 'createRefused':
    case 'createFailed':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

export function active(state: Active, input: SequencerInput): SequencerStep {
  const { known, response, next } = state
  switch (input.type) {
    case 'request':
      return go({ ...state, next: input.turn })
    case 'cancel':
      return cancel(known, response, null)
    case 'created':
      return input.response === response ? stay(state) : begun(known, input.response, null, next)
    case 'done':
      return input.response === response ? release(known, next) : stay(state)
    case 'createRefused':
      return notOurs(state)
    case 'createFailed':
    case 'expired':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** The server had begun an answer of its own just before our request came: the one we took for ours is that one, and ours waits. */
function notOurs(state: Active): SequencerStep {
  const turn = find(state.known, state.response)?.turn ?? null
  return turn === null ? stay(state) : go({ ...state, known: disown(state.known, state.response), next: state.next ?? turn })
}

export function cancelling(state: Cancelling, input: SequencerInput): SequencerStep {
  const { known, response, next } = state
  switch (input.type) {
    case 'request':
      return go({ ...state, next: input.turn })
    case 'cancel':
      return next === null ? stay(state) : go({ ...state, next: null })
    case 'created':
      return createdWhileCancelling(state, input.response)
    case 'done':
      return response === null || input.response === response ? release(known, next) : stay(state)
    case 'expired':
      return release(known, next)
    case 'createRefused':
    case 'createFailed':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** Without an id yet, this is the one that was meant. With one, the server has gone on by itself to another. */
function createdWhileCancelling(state: Cancelling, response: ResponseId): SequencerStep {
  if (find(state.known, response) !== null) return stay(state)
  if (state.response !== null) return begun(state.known, response, null, state.next)
  return go({ ...state, response, known: drop(learn(state.known, response, null), response) })
}

const create = (known: Known, turn: TurnId): SequencerStep =>
  go({ name: 'creating', known, turn, cancelled: false, next: null }, { type: 'sendCreate', turn })

const begun = (known: Known, response: ResponseId, turn: TurnId | null, next: TurnId | null): SequencerStep =>
  go({ name: 'active', known: learn(known, response, turn), response, next })

const cancel = (known: Known, response: ResponseId, next: TurnId | null): SequencerStep =>
  go({ name: 'cancelling', known: drop(known, response), response, next }, { type: 'sendCancel', response })

const release = (known: Known, next: TurnId | null): SequencerStep =>
  next === null ? go({ name: 'idle', known }) : create(known, next)
