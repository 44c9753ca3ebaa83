import type { ResponseId, TurnId } from '../../../../shared/ids'
import { find } from './sequencer/known-responses'
import type { KnownResponse, SequencerState } from './sequencer/sequencer-types'

/**
 * Whom an answer of the server belongs to: a question of ours, open hands-free (`server`: it answers by itself), or nobody. What is
 * nobody's is cancelled, not spoken, and kept as unheard. A clip is none of these: its sound is ours from the start.
 */
export type AnswerOwner = { readonly kind: 'turn'; readonly turn: TurnId } | { readonly kind: 'server' } | { readonly kind: 'nobody' }

/** Who may have an answer now. `turn`: the question that waits for one, or is being answered; `welcome`: hands-free is open. */
export interface Askers {
  readonly turn: TurnId | null
  readonly welcome: boolean
}

const NOBODY: AnswerOwner = { kind: 'nobody' }
const SERVER: AnswerOwner = { kind: 'server' }

/** `response` null: the server gave none, so it is whatever runs. The one place that decides this. */
export function answerOwner(state: SequencerState, response: ResponseId | null, { turn, welcome }: Askers): AnswerOwner {
  const answer = response === null ? running(state) : find(state.known, response)
  if (answer === null || answer.dropped) return NOBODY
  if (answer.turn === null) return welcome ? SERVER : NOBODY
  return answer.turn === turn ? { kind: 'turn', turn } : NOBODY
}

function running(state: SequencerState): Omit<KnownResponse, 'response'> | null {
  if (state.name === 'active') return { turn: state.turn, dropped: false }
  return state.name === 'creating' ? { turn: state.turn, dropped: state.cancelled } : null
}
