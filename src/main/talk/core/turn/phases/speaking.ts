import { assertNever } from '../../../../../shared/assert'
import type { AppError } from '../../../../../shared/errors/errors'
import { go, stay } from '../../transition'
import type { Speaking, TurnCommand, TurnInput, TurnStep } from '../types'

const CANCEL: TurnCommand = { type: 'cancelResponse' }
const SILENCE: readonly TurnCommand[] = [{ type: 'stopPlayback' }, CANCEL]

const settle = (state: Speaking, ...commands: readonly TurnCommand[]): TurnStep =>
  go(state.done && state.drained ? { name: 'idle' } : state, ...commands)

/** All of what came before calls was heard: from here on it is as if nothing had been said yet. */
const heard = (state: Speaking): TurnStep => (state.next ? go({ name: 'thinking', turn: state.turn }) : settle({ ...state, drained: true }))

/** Nothing more will come; what is here is still worth hearing. An answer that is complete cannot be broken off. */
const breakOff = (state: Speaking, error: AppError): TurnStep =>
  state.done ? stay(state) : settle({ ...state, done: true, next: false }, { type: 'finishPlayback' }, ...(state.next ? [CANCEL] : []), { type: 'notify', error })

/** The answer is heard. Over when the server has sent everything and the player has rendered it. */
export function speaking(state: Speaking, input: TurnInput): TurnStep {
  switch (input.type) {
    case 'audioStarted':
      return state.drained || state.next ? go({ ...state, drained: false, next: false }) : stay(state)
    case 'answerGrows':
      return state.drained ? go(state, { type: 'renewBound' }) : stay(state)
    case 'playbackDrained':
      return state.drained ? stay(state) : heard(state)
    case 'callsAsked':
      return go({ name: 'acting', turn: state.turn, calls: input.calls, drained: state.drained })
    case 'responseDone':
      return input.more || state.done ? stay(state) : settle({ ...state, done: true, next: false })
    case 'connectionLost': // what has not begun is asked for again by the next session
      return state.next ? stay(state) : breakOff(state, input.error)
    case 'responseFailed':
    case 'connectionFailed':
      return breakOff(state, input.error)
    case 'press':
      return go({ name: 'opening', turn: input.turn }, ...SILENCE, { type: 'openCapture', turn: input.turn, merge: false })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, ...SILENCE, { type: 'sendSubmission', turn: input.turn })
    case 'cancel':
    case 'expired':
    case 'reset':
      return go({ name: 'idle' }, ...SILENCE)
    case 'release':
    case 'captureReady':
    case 'captureFailed':
    case 'captureClosed':
    case 'callAnswered':
      return stay(state)
    default:
      return assertNever(input)
  }
}
