import { assertNever } from '../../../../../shared/assert'
import type { ResponseId, TurnId } from '../../../../../shared/ids'
import { go } from '../../transition'
import { TUNING } from '../../turn/tuning'
import { find } from './known-responses'
import { active, cancelling, creating, held, idle } from './sequencer-phases'
import type { SequencerInput, SequencerState, SequencerStep } from './sequencer-types'

export type { SequencerCommand, SequencerInput, SequencerState } from './sequencer-types'

export const emptySequencer: SequencerState = { name: 'idle', known: [] }

/** One `response.create` or `response.cancel` in flight: the server refuses a second one (docs/wire-facts.md, Turns and truncation). */
export const sequencerStep = (state: SequencerState, input: SequencerInput): SequencerStep =>
  input.type === 'reset' ? go(emptySequencer) : inState(state, input)

function inState(state: SequencerState, input: SequencerInput): SequencerStep {
  switch (state.name) {
    case 'idle':
      return idle(state, input)
    case 'creating':
      return creating(state, input)
    case 'held':
      return held(state, input)
    case 'active':
      return active(state, input)
    case 'cancelling':
      return cancelling(state, input)
    default:
      return assertNever(state)
  }
}

/** After how long to post `expired`; null: nothing is waited for. That of `active` begins anew with whatever comes of the answer. */
export function sequencerBoundMs(state: SequencerState): number | null {
  switch (state.name) {
    case 'creating':
    case 'held':
      return TUNING.createBoundMs
    case 'cancelling':
      return TUNING.cancelBoundMs
    case 'active':
      return TUNING.silentAnswerBoundMs
    case 'idle':
      return null
    default:
      return assertNever(state)
  }
}

/** Whose answer this is; null: the server's own, or nobody knows any more. */
export const turnOfResponse = (state: SequencerState, response: ResponseId): TurnId | null => find(state.known, response)?.turn ?? null

/** It was cancelled: what still comes of it is not wanted. */
export const isDropped = (state: SequencerState, response: ResponseId): boolean => find(state.known, response)?.dropped ?? false
