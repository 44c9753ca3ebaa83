import { assertNever } from '../../../../shared/assert'
import { stay } from '../transition'
import { acting } from './phases/acting'
import { closing } from './phases/closing'
import { idle } from './phases/idle'
import { listening } from './phases/listening'
import { opening } from './phases/opening'
import { speaking } from './phases/speaking'
import { thinking } from './phases/thinking'
import { turnOf } from './projection'
import type { TurnInput, TurnState, TurnStep } from './types'

export const IDLE: TurnState = { name: 'idle' }

/** One press-to-answer cycle. Total: every state answers every input; the table is tests/contract/turn-table.md. */
export function step(state: TurnState, input: TurnInput): TurnStep {
  return isStale(state, input) ? stay(state) : inPhase(state, input)
}

function inPhase(state: TurnState, input: TurnInput): TurnStep {
  switch (state.name) {
    case 'idle':
      return idle(state, input)
    case 'opening':
      return opening(state, input)
    case 'listening':
      return listening(state, input)
    case 'closing':
      return closing(state, input)
    case 'thinking':
      return thinking(state, input)
    case 'speaking':
      return speaking(state, input)
    case 'acting':
      return acting(state, input)
    default:
      return assertNever(state)
  }
}

/** The one place where a fact about another turn, or a bound of another state, ends. */
function isStale(state: TurnState, input: TurnInput): boolean {
  switch (input.type) {
    case 'press':
    case 'release':
    case 'cancel':
    case 'submit':
    case 'connectionLost':
    case 'connectionFailed':
    case 'reset':
      return false
    case 'expired':
      return input.turn !== turnOf(state) || input.stage !== state.name
    case 'captureReady':
    case 'captureFailed':
    case 'captureClosed':
    case 'audioStarted':
    case 'answerGrows':
    case 'playbackDrained':
    case 'callsAsked':
    case 'callAnswered':
    case 'responseDone':
    case 'responseFailed':
      return input.turn !== turnOf(state)
    default:
      return assertNever(input)
  }
}
