import { assertNever } from '../../../../shared/assert'
import { appError } from '../../../../shared/errors'
import { go, stay } from '../../transition'
import { TUNING } from '../tuning'
import type { Closing, TurnCommand, TurnInput, TurnStep } from '../types'

/** The key is up, the tail still comes in; `captureClosed` travels behind the last frame. */
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
      return keep(state)
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, { type: 'discardInput', turn, why: 'cancelled' }, { type: 'sendSubmission', turn: input.turn })
    case 'captureFailed':
      return keep(state, { type: 'notify', error: input.error })
    case 'expired':
      return keep(state, { type: 'notify', error: appError('unexpected', 'the microphone did not close in time') })
    case 'release':
    case 'captureReady':
    case 'audioStarted':
    case 'playbackDrained':
    case 'responseDone':
    case 'responseFailed':
    case 'connectionLost':
    case 'connectionFailed': // the last words first: the commit behind them meets the same failure
      return stay(state)
    default:
      return assertNever(input)
  }
}

const closed = (state: Closing, ms: number): TurnStep =>
  ms < TUNING.minCommitMs
    ? go({ name: 'idle' }, { type: 'discardInput', turn: state.turn, why: 'too-short' }, { type: 'notify', error: appError('too-short', `${String(ms)} ms`) })
    : go({ name: 'thinking', turn: state.turn }, { type: 'commitInput', turn: state.turn })

const drop = ({ turn }: Closing): TurnStep => go({ name: 'idle' }, { type: 'discardInput', turn, why: 'cancelled' })

const keep = ({ turn }: Closing, ...then: readonly TurnCommand[]): TurnStep => go({ name: 'idle' }, { type: 'keepInput', turn }, ...then)
