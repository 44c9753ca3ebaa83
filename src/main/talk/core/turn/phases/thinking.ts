import { assertNever } from '../../../../../shared/assert'
import { appError } from '../../../../../shared/errors/errors'
import { go, stay } from '../../transition'
import type { Thinking, TurnCommand, TurnInput, TurnStep } from '../types'

const dropCommands = ({ turn }: Thinking): readonly TurnCommand[] => [{ type: 'cancelResponse' }, { type: 'discardInput', turn, why: 'cancelled' }]

const keep = ({ turn }: Thinking): readonly TurnCommand[] => [{ type: 'cancelResponse' }, { type: 'keepInput', turn }]

/**
 * The question is complete, the answer has not begun. A lost connection changes nothing here: the session sends again what
 * the server has not acknowledged. So whoever gives the turn up must also discard or keep its input, or it would be asked again.
 */
export function thinking(state: Thinking, input: TurnInput): TurnStep {
  const { turn } = state
  switch (input.type) {
    case 'audioStarted':
      return go({ name: 'speaking', turn, done: false, drained: false, next: false })
    case 'callsAsked':
      return go({ name: 'acting', turn, calls: input.calls, drained: true })
    case 'answerGrows':
      return go(state, { type: 'renewBound' })
    case 'responseDone':
      return input.more ? stay(state) : go({ name: 'idle' })
    case 'responseFailed':
      return go({ name: 'idle' }, { type: 'notify', error: input.error })
    case 'press':
      return go({ name: 'opening', turn: input.turn }, ...keep(state), { type: 'openCapture', turn: input.turn, merge: false })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, ...dropCommands(state), { type: 'sendSubmission', turn: input.turn })
    case 'cancel':
      return go({ name: 'idle' }, ...dropCommands(state))
    case 'reset':
      return go({ name: 'idle' }, ...keep(state))
    case 'expired':
      return go({ name: 'idle' }, ...keep(state), { type: 'notify', error: appError('timeout') })
    case 'connectionFailed':
      return go({ name: 'idle' }, { type: 'keepInput', turn }, { type: 'notify', error: input.error })
    case 'release':
    case 'captureReady':
    case 'captureFailed':
    case 'captureClosed':
    case 'playbackDrained':
    case 'callAnswered':
    case 'connectionLost':
      return stay(state)
    default:
      return assertNever(input)
  }
}
