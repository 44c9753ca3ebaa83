import { assertNever } from '../../../../../shared/assert'
import { appError, type AppError } from '../../../../../shared/errors/errors'
import type { TurnId } from '../../../../../shared/ids'
import { go, stay } from '../../transition'
import { TUNING } from '../tuning'
import type { Closing, TurnCommand, TurnInput, TurnStep } from '../types'

/** The way into this state, from every state that has the microphone. */
export const close = (turn: TurnId, failed: AppError | null = null): TurnStep => go({ name: 'closing', turn, failed }, { type: 'closeCapture', turn })

/** Who asks something else meanwhile does not want what was about to be sent; what could not be sent is kept. */
const overtaken = ({ turn, failed }: Closing): TurnCommand => (failed === null ? { type: 'discardInput', turn, why: 'cancelled' } : { type: 'keepInput', turn })

const drop = ({ turn }: Closing): TurnStep => go({ name: 'idle' }, { type: 'discardInput', turn, why: 'cancelled' })

const keep = ({ turn }: Closing, error: AppError): TurnStep => go({ name: 'idle' }, { type: 'keepInput', turn }, { type: 'notify', error })

/** The key is up, or nothing can be sent any more; the tail still comes in: `captureClosed` travels behind the last frame. */
export function closing(state: Closing, input: TurnInput): TurnStep {
  const { turn } = state
  switch (input.type) {
    case 'press':
      return go({ name: 'opening', turn: input.turn }, { type: 'openCapture', turn: input.turn, merge: true })
    case 'captureClosed':
      return closed(state, input.ms)
    case 'cancel':
      return drop(state)
    case 'reset':
      return go({ name: 'idle' }, { type: 'keepInput', turn })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, overtaken(state), { type: 'sendSubmission', turn: input.turn })
    case 'captureFailed':
      return keep(state, state.failed ?? input.error)
    case 'expired':
      return keep(state, state.failed ?? appError('unexpected', 'the microphone did not close in time'))
    case 'release':
    case 'captureReady':
    case 'audioStarted':
    case 'answerGrows':
    case 'playbackDrained':
    case 'callsAsked':
    case 'callAnswered':
    case 'responseDone':
    case 'responseFailed':
    case 'connectionLost':
    case 'connectionFailed': // the last words first: the commit behind them meets the same failure
      return stay(state)
    default:
      return assertNever(input)
  }
}

function closed(state: Closing, ms: number): TurnStep {
  const { turn, failed } = state
  if (failed !== null) return keep(state, failed)
  return ms < TUNING.minCommitMs
    ? go({ name: 'idle' }, { type: 'discardInput', turn, why: 'too-short' }, { type: 'notify', error: appError('too-short', `${String(ms)} ms`) })
    : go({ name: 'thinking', turn }, { type: 'commitInput', turn })
}
