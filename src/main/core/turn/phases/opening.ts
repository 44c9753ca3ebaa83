import { assertNever } from '../../../../shared/assert'
import { appError } from '../../../../shared/errors'
import { go, stay } from '../../transition'
import type { Opening, TurnCommand, TurnInput, TurnStep } from '../types'

/** The key is down, the microphone is not open yet. Without a connection the uplink will hold the speech. */
export function opening(state: Opening, input: TurnInput): TurnStep {
  const { turn } = state
  switch (input.type) {
    case 'captureReady':
      return go({ name: 'listening', turn })
    case 'release':
      return drop(state, { type: 'notify', error: appError('too-short', 'released before the microphone was open') })
    case 'cancel':
    case 'reset':
      return drop(state)
    case 'submitText':
      return go({ name: 'thinking', turn: input.turn }, ...dropCommands(state), { type: 'sendText', turn: input.turn })
    case 'captureFailed':
      return go({ name: 'idle' }, { type: 'discardInput', turn }, { type: 'notify', error: input.error })
    case 'connectionFailed':
      return drop(state, { type: 'notify', error: input.error })
    case 'expired':
      return drop(state, { type: 'notify', error: appError('mic-busy', 'the microphone did not open in time') })
    case 'press':
    case 'captureClosed':
    case 'audioStarted':
    case 'playbackDrained':
    case 'responseDone':
    case 'responseFailed':
    case 'connectionLost':
      return stay(state)
    default:
      return assertNever(input)
  }
}

const drop = (state: Opening, ...then: readonly TurnCommand[]): TurnStep => go({ name: 'idle' }, ...dropCommands(state), ...then)

const dropCommands = ({ turn }: Opening): readonly TurnCommand[] => [
  { type: 'closeCapture', turn },
  { type: 'discardInput', turn },
]
