import { assertNever } from '../../../../../shared/assert'
import { appError } from '../../../../../shared/errors/errors'
import { go, stay } from '../../transition'
import type { Opening, TurnCommand, TurnInput, TurnStep } from '../types'
import { close } from './closing'

/** This press may have joined an earlier speech, which must not go with it. */
const keep = ({ turn }: Opening, ...then: readonly TurnCommand[]): TurnStep =>
  go({ name: 'idle' }, { type: 'closeCapture', turn }, { type: 'keepInput', turn }, ...then)

const dropCommands = ({ turn }: Opening): readonly TurnCommand[] => [
  { type: 'closeCapture', turn },
  { type: 'discardInput', turn, why: 'cancelled' },
]

/** The key is down, the microphone is not open yet. Without a connection the audio input will hold the speech. */
export function opening(state: Opening, input: TurnInput): TurnStep {
  const { turn } = state
  switch (input.type) {
    case 'captureReady':
      return go({ name: 'listening', turn })
    case 'release': // this press may have joined an earlier speech: how much there is to send, the gate says as it closes
      return close(turn)
    case 'cancel':
      return go({ name: 'idle' }, ...dropCommands(state))
    case 'reset':
      return keep(state)
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, ...dropCommands(state), { type: 'sendSubmission', turn: input.turn })
    case 'captureFailed':
      return go({ name: 'idle' }, { type: 'keepInput', turn }, { type: 'notify', error: input.error })
    case 'connectionFailed': // told at once: a server without a key refuses before the microphone is open
      return keep(state, { type: 'notify', error: input.error })
    case 'expired':
      return keep(state, { type: 'notify', error: appError('mic-busy', 'the microphone did not open in time') })
    case 'press':
    case 'captureClosed':
    case 'audioStarted':
    case 'answerGrows':
    case 'playbackDrained':
    case 'callsAsked':
    case 'callAnswered':
    case 'responseDone':
    case 'responseFailed':
    case 'connectionLost':
      return stay(state)
    default:
      return assertNever(input)
  }
}
