import { assertNever } from '../../../../../shared/assert'
import { go, stay } from '../../transition'
import type { Idle, TurnInput, TurnStep } from '../types'

/** Nothing is on. */
export function idle(state: Idle, input: TurnInput): TurnStep {
  switch (input.type) {
    case 'press':
      return go({ name: 'opening', turn: input.turn }, { type: 'openCapture', turn: input.turn, merge: false })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, { type: 'sendSubmission', turn: input.turn })
    case 'release':
    case 'cancel':
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
    case 'connectionLost':
    case 'connectionFailed':
    case 'expired':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}
