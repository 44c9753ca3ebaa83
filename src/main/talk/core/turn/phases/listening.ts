import { assertNever } from '../../../../../shared/assert'
import { go, stay } from '../../transition'
import type { Listening, TurnCommand, TurnInput, TurnStep } from '../types'
import { close } from './closing'

const dropCommands = ({ turn }: Listening): readonly TurnCommand[] => [
  { type: 'closeCapture', turn },
  { type: 'discardInput', turn, why: 'cancelled' },
]

/** The key is down and the microphone is open. Without a connection the audio input holds the speech. */
export function listening(state: Listening, input: TurnInput): TurnStep {
  const { turn } = state
  switch (input.type) {
    case 'release':
    case 'expired':
      return close(turn)
    case 'cancel':
      return go({ name: 'idle' }, ...dropCommands(state))
    case 'reset':
      return go({ name: 'idle' }, { type: 'closeCapture', turn }, { type: 'keepInput', turn })
    case 'submit':
      return go({ name: 'thinking', turn: input.turn }, ...dropCommands(state), { type: 'sendSubmission', turn: input.turn })
    case 'captureFailed':
      return go({ name: 'idle' }, { type: 'keepInput', turn }, { type: 'notify', error: input.error })
    case 'connectionFailed':
      return close(turn, input.error) // frames are on their way: kept at once, the speech would miss its end
    case 'press':
    case 'captureReady':
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
