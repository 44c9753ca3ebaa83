import { assertNever } from '../../../../../shared/assert'
import { type AppError, appError } from '../../../../../shared/errors/errors'
import { go, stay } from '../../transition'
import type { Acting, TurnCommand, TurnInput, TurnStep } from '../types'

/** What runs is told, too: `cancelResponse` means that nobody waits for it. */
const SILENCE: readonly TurnCommand[] = [{ type: 'stopPlayback' }, { type: 'cancelResponse' }]

/** Nobody waits any more; what is in the loudspeaker is still worth hearing. */
const breakOff = ({ turn, drained }: Acting, error: AppError): TurnStep =>
  go(drained ? { name: 'idle' } : { name: 'speaking', turn, done: true, drained: false, next: false }, { type: 'finishPlayback' }, { type: 'cancelResponse' }, { type: 'notify', error })

/** The next answer is asked for; what was said before the calls may still play, and then it goes behind. */
const goOn = ({ turn, drained }: Acting): TurnStep =>
  go(drained ? { name: 'thinking', turn } : { name: 'speaking', turn, done: false, drained: false, next: true })

/**
 * The answer asked for calls, which run or wait for a person's approval. The question stands in the conversation, and so do the calls
 * once they are answered: a lost connection changes nothing here, the next session is told of all of it and asked to go on.
 */
export function acting(state: Acting, input: TurnInput): TurnStep {
  switch (input.type) {
    case 'callAnswered':
      return input.left === 0 ? goOn(state) : go({ ...state, calls: input.left }, { type: 'renewBound' })
    case 'callsAsked':
      return go({ ...state, calls: state.calls + input.calls }, { type: 'renewBound' })
    case 'answerGrows':
      return go(state, { type: 'renewBound' })
    case 'audioStarted':
      return state.drained ? go({ ...state, drained: false }) : stay(state)
    case 'playbackDrained':
      return state.drained ? stay(state) : go({ ...state, drained: true })
    case 'press':
      return go({ name: 'opening', turn: input.turn }, ...SILENCE, { type: 'openCapture', turn: input.turn, merge: false })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, ...SILENCE, { type: 'sendSubmission', turn: input.turn })
    case 'cancel':
    case 'reset':
      return go({ name: 'idle' }, ...SILENCE)
    case 'expired':
      return go({ name: 'idle' }, ...SILENCE, { type: 'notify', error: appError('timeout', 'calls') })
    case 'responseFailed':
    case 'connectionFailed':
      return breakOff(state, input.error)
    case 'release':
    case 'captureReady':
    case 'captureFailed':
    case 'captureClosed':
    case 'responseDone':
    case 'connectionLost':
      return stay(state)
    default:
      return assertNever(input)
  }
}
