import { assertNever } from '../../../../../shared/assert'
import type { ResponseId } from '../../../../../shared/ids'
import { go, stay } from '../../transition'
import { disown, drop, find, note, named } from './known-responses'
import { begun, create, dismiss, release, unasked } from './sequencer-moves'
import type { Active, Cancelling, Creating, Held, SequencerIdle, SequencerInput, SequencerStep } from './sequencer-types'

type Begins = Extract<SequencerInput, { type: 'created' | 'sign' }>

export function idle(state: SequencerIdle, input: SequencerInput): SequencerStep {
  switch (input.type) {
    case 'request':
      return create(state.known, input.turn)
    case 'created':
    case 'sign':
      return find(state.known, input.response) === null ? unasked(state.known, input, null) : stay(state)
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

const answered = ({ known, turn, cancelled, next }: Creating, { response, welcome }: Begins): SequencerStep =>
  cancelled || (turn === null && !welcome) ? dismiss(note(known, response, turn), named([], response), next) : begun(known, response, turn, next)

export function creating(state: Creating, input: SequencerInput): SequencerStep {
  const { known, next } = state
  switch (input.type) {
    case 'request':
      return input.turn === null ? stay(state) : go({ ...state, next: input.turn })
    case 'cancel':
      return go({ ...state, cancelled: true, next: null })
    case 'created':
    case 'sign':
      return find(known, input.response) === null ? answered(state, input) : stay(state)
    case 'done': // never announced, and over already
      return find(known, input.response) === null ? release(note(known, input.response, state.turn), next) : stay(state)
    case 'createRefused':
      return refused(state, input.welcome)
    case 'createFailed':
      return release(known, next)
    case 'expired': // who still waits has a bound of its own; a late answer is theirs
      return state.cancelled || next !== null || state.turn === null ? release(known, next) : stay(state)
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** The newest wish waits; a cancelled one does not. What runs instead is ended, unless the server may answer by itself. */
function refused({ known, turn, cancelled, next }: Creating, welcome: boolean): SequencerStep {
  const wish = next ?? (cancelled ? null : turn)
  if (!welcome) return dismiss(known, [], wish)
  return wish === null ? go({ name: 'idle', known }) : go({ name: 'held', known, turn: wish })
}

export function held(state: Held, input: SequencerInput): SequencerStep {
  switch (input.type) {
    case 'request':
      return input.turn === null ? stay(state) : go({ ...state, turn: input.turn })
    case 'cancel':
      return dismiss(state.known, [], null)
    case 'created':
    case 'sign':
      return find(state.known, input.response) === null ? unasked(state.known, input, state.turn) : stay(state)
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

/** The end of one that has no name yet is no end of one that is known for something else. */
const isEnd = ({ known, names }: Active, response: ResponseId | null): boolean =>
  response === null || names.includes(response) || (names.length === 0 && find(known, response) === null)

const goesBy = (state: Active, { response }: Begins): SequencerStep =>
  go({ ...state, names: named(state.names, response), known: note(state.known, response, state.turn) })

export function active(state: Active, input: SequencerInput): SequencerStep {
  const { known, names, turn, next } = state
  switch (input.type) {
    case 'request':
      return input.turn === null ? stay(state) : go({ ...state, next: input.turn })
    case 'cancel':
      return dismiss(known, names, null)
    case 'created':
      return find(known, input.response) === null ? another(state, input) : stay(state)
    case 'sign': // nothing else was announced: it is this one, under another name
      return find(known, input.response) !== null || input.response === null ? stay(state) : goesBy(state, input)
    case 'done':
      return isEnd(state, input.response) ? release(note(known, input.response, turn), next) : stay(state)
    case 'createRefused':
      return notOurs(state, input.welcome)
    case 'expired': // an answer to a question has the turn's bound
      return turn === null ? dismiss(known, names, next) : stay(state)
    case 'createFailed': // announced, and then an error: what still comes of it is not waited for
      return dismiss(known, names, next)
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** The server goes on to another one by itself. Ours, if it ran, goes on running where that one is not welcome. */
function another(state: Active, input: Begins): SequencerStep {
  const { known, names, next } = state
  if (names.length === 0) return goesBy(state, input) // its name came after its first words
  if (input.response === null) return stay(state)
  if (input.welcome) return begun(known, input.response, null, next)
  return go({ ...state, known: drop(note(known, input.response, null), [input.response]) }, { type: 'sendCancel', response: input.response })
}

/** The server had begun an answer of its own just before our request came: the one we took for ours is that one, and ours waits. */
function notOurs(state: Active, welcome: boolean): SequencerStep {
  if (state.turn === null) return stay(state)
  const known = disown(state.known, state.names)
  const next = state.next ?? state.turn
  return welcome ? go({ ...state, known, turn: null, next }) : dismiss(known, state.names, next)
}

const meant = (state: Cancelling, { response }: Begins): SequencerStep => {
  const names = named(state.names, response)
  return go({ ...state, names, known: drop(note(state.known, response, null), names) })
}

export function cancelling(state: Cancelling, input: SequencerInput): SequencerStep {
  const { known, names, next } = state
  switch (input.type) {
    case 'request':
      return input.turn === null ? stay(state) : go({ ...state, next: input.turn })
    case 'cancel':
      return next === null ? stay(state) : go({ ...state, next: null })
    case 'created':
      return createdWhileCancelling(state, input)
    case 'sign':
      return find(known, input.response) !== null || input.response === null ? stay(state) : meant(state, input)
    case 'done':
      return input.response === null || names.length === 0 || names.includes(input.response) ? release(known, next) : stay(state)
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

/** Without a name yet, this is the one that was meant. With one, the server has gone on by itself to another. */
function createdWhileCancelling(state: Cancelling, input: Begins): SequencerStep {
  if (find(state.known, input.response) !== null) return stay(state)
  return state.names.length === 0 ? meant(state, input) : unasked(state.known, input, state.next)
}
