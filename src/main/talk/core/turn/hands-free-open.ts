import { assertNever } from '../../../../shared/assert'
import { type AppError, appError } from '../../../../shared/errors/errors'
import type { TurnId } from '../../../../shared/ids'
import { go, stay } from '../transition'
import type { HandsFreeCommand, HandsFreeInput, HandsFreeStep, Open } from './hands-free-types'

/** A typed question may be under way, too: speech takes its place. */
const SILENCE: readonly HandsFreeCommand[] = [{ type: 'abandonTurn' }, { type: 'stopPlayback' }, { type: 'cancelResponse' }]

const shut = ({ muted, segment }: Open): readonly HandsFreeCommand[] => (muted ? [] : [{ type: 'closeCapture', segment }])
const PAD: HandsFreeCommand = { type: 'padSilence' }

const mute = (state: Open): HandsFreeStep =>
  go({ ...state, muted: true, hearing: false }, ...shut(state), ...(state.hearing ? [PAD] : []), { type: 'earcon', name: 'mute' })

const unmute = (state: Open, segment: TurnId): HandsFreeStep =>
  go({ ...state, segment, muted: false }, { type: 'openCapture', segment }, { type: 'earcon', name: 'unmute' })

const refused = (state: Open, error: AppError): HandsFreeStep =>
  go({ name: 'disarming' }, ...shut(state), ...SILENCE, { type: 'sendTurnDetection', on: false }, { type: 'notify', error: appError('no-hands-free', error.detail) })

/** The server listens and decides. Its `speech_started` plays the part of `press`; muted, there is nothing it could have heard. */
export function open(state: Open, input: HandsFreeInput): HandsFreeStep {
  switch (input.type) {
    case 'toggleMute':
      return state.muted ? unmute(state, input.segment) : mute(state)
    case 'speechStarted':
      return state.muted ? stay(state) : go({ ...state, hearing: true }, ...SILENCE)
    case 'speechStopped':
      return state.hearing ? go({ ...state, hearing: false }) : stay(state)
    case 'cancel':
      return go(state, ...SILENCE)
    case 'disarm':
      return go({ name: 'disarming' }, ...shut(state), ...SILENCE, { type: 'sendTurnDetection', on: false })
    case 'refused': // switched to and fro: an earlier wish was granted, the last one was not
      return input.on ? refused(state, input.error) : stay(state)
    case 'captureFailed':
      return captureFailed(state, input.segment, input.error)
    case 'connectionLost':
      return state.hearing && !state.muted
        ? go({ name: 'waiting', muted: false, kept: state.segment }, { type: 'finishPlayback' })
        : go({ name: 'waiting', muted: state.muted, kept: null }, ...shut(state), { type: 'finishPlayback' }, { type: 'notify', error: input.error })
    case 'sessionEnded':
      return go({ name: 'waiting', muted: state.muted, kept: null }, ...shut(state), ...SILENCE)
    case 'connectionReady': // a new session took the place of the old one: it knows nothing of hands-free yet
      return go({ name: 'arming', muted: state.muted, kept: null }, ...shut(state), { type: 'clearInput' }, { type: 'sendTurnDetection', on: true })
    case 'connectionFailed':
      return go({ name: 'off' }, ...shut(state), ...SILENCE, { type: 'notify', error: input.error })
    case 'reset':
      return go({ name: 'off' }, ...shut(state), ...SILENCE, { type: 'sendTurnDetection', on: false }, { type: 'clearInput' })
    case 'arm':
    case 'armed':
    case 'disarmed':
    case 'expired':
      return stay(state)
    default:
      return assertNever(input)
  }
}

/** Without a microphone hands-free makes no sense: back to the talk key. A closed segment cannot fail. */
function captureFailed(state: Open, segment: TurnId, error: AppError): HandsFreeStep {
  if (state.muted || segment !== state.segment) return stay(state)
  return go({ name: 'disarming' }, { type: 'keepSpeech' }, ...SILENCE, { type: 'sendTurnDetection', on: false }, { type: 'notify', error })
}
