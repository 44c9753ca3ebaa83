import { assertNever } from '../../../../shared/assert'
import { appError } from '../../../../shared/errors/errors'
import type { TurnId } from '../../../../shared/ids'
import { go, stay } from '../transition'
import { open } from './hands-free-open'
import type { Arming, Disarming, HandsFreeCommand, HandsFreeInput, HandsFreeState, HandsFreeStep, Off, Waiting } from './hands-free-types'

export type { HandsFreeCommand, HandsFreeInput, HandsFreeState } from './hands-free-types'

export const OFF: HandsFreeState = { name: 'off' }

/**
 * Talking without a key (server VAD). The order is the law: finish the turn → clear → `session.update` → `session.updated`, and
 * only then open the gate; and the same way back. A lost connection shuts the gate; muting survives it.
 */
export function handsFreeStep(state: HandsFreeState, input: HandsFreeInput): HandsFreeStep {
  switch (state.name) {
    case 'off':
      return off(state, input)
    case 'arming':
      return arming(state, input)
    case 'open':
      return open(state, input)
    case 'waiting':
      return waiting(state, input)
    case 'disarming':
      return disarming(state, input)
    default:
      return assertNever(state)
  }
}

const ASK: readonly HandsFreeCommand[] = [{ type: 'clearInput' }, { type: 'sendTurnDetection', on: true }]

function off(state: Off, input: HandsFreeInput): HandsFreeStep {
  switch (input.type) {
    case 'arm':
      return go({ name: 'arming', muted: false, kept: null }, { type: 'abandonTurn' }, ...ASK)
    case 'disarm':
    case 'armed':
    case 'disarmed':
    case 'refused':
    case 'toggleMute':
    case 'cancel':
    case 'speechStarted':
    case 'speechStopped':
    case 'captureFailed':
    case 'connectionLost':
    case 'sessionEnded':
    case 'connectionReady':
    case 'connectionFailed':
    case 'expired':
    case 'reset':
      return stay(state)
    default:
      return assertNever(input)
  }
}

const shut = ({ kept }: Arming | Waiting): readonly HandsFreeCommand[] => (kept === null ? [] : [{ type: 'closeCapture', segment: kept }])
/** In `off` nobody would stop an answer of the server's own making: every way there silences it. */
const SILENCE: readonly HandsFreeCommand[] = [{ type: 'stopPlayback' }, { type: 'cancelResponse' }]
const WITHDRAW: readonly HandsFreeCommand[] = [...SILENCE, { type: 'sendTurnDetection', on: false }, { type: 'clearInput' }]

/** Someone who muted before the connection broke stays muted. */
const opened = ({ muted, kept }: Arming, segment: TurnId): HandsFreeStep => {
  if (kept !== null) return go({ name: 'open', segment: kept, muted: false, hearing: false }, { type: 'goOn', segment: kept })
  const state: HandsFreeState = { name: 'open', segment, muted, hearing: false }
  return muted ? go(state) : go(state, { type: 'openCapture', segment }, { type: 'earcon', name: 'hands-free' })
}

const flip = <State extends Arming | Waiting>(state: State): HandsFreeStep =>
  go({ ...state, muted: !state.muted, kept: null }, ...shut(state), { type: 'earcon', name: state.muted ? 'unmute' : 'mute' })

function arming(state: Arming, input: HandsFreeInput): HandsFreeStep {
  switch (input.type) {
    case 'armed':
      return opened(state, input.segment)
    case 'toggleMute':
      return flip(state)
    case 'disarm':
      return go({ name: 'disarming' }, ...shut(state), { type: 'sendTurnDetection', on: false })
    case 'connectionReady':
      return go(state, ...ASK)
    case 'connectionLost':
      return go({ name: 'waiting', muted: state.muted, kept: state.kept })
    case 'sessionEnded':
      return go({ name: 'waiting', muted: state.muted, kept: null }, ...shut(state), ...SILENCE)
    case 'connectionFailed':
      return go({ name: 'off' }, ...shut(state), ...SILENCE, { type: 'notify', error: input.error })
    case 'expired':
      return input.stage === 'arming' ? go({ name: 'off' }, ...shut(state), ...WITHDRAW, { type: 'notify', error: appError('timeout', 'hands-free') }) : stay(state)
    case 'refused':
      return input.on ? go({ name: 'off' }, ...shut(state), ...WITHDRAW, { type: 'notify', error: appError('no-hands-free', input.error.detail) }) : stay(state)
    case 'reset':
      return go({ name: 'off' }, ...shut(state), ...WITHDRAW)
    case 'arm':
    case 'disarmed':
    case 'cancel':
    case 'speechStarted':
    case 'speechStopped':
      return stay(state)
    case 'captureFailed':
      return input.segment === state.kept ? go({ ...state, kept: null }) : stay(state)
    default:
      return assertNever(input)
  }
}
const HOLD_EARCON: HandsFreeCommand = { type: 'earcon', name: 'hold' }

function waiting(state: Waiting, input: HandsFreeInput): HandsFreeStep {
  switch (input.type) {
    case 'connectionReady':
      return go({ name: 'arming', muted: state.muted, kept: state.kept }, ...ASK)
    case 'toggleMute':
      return flip(state)
    case 'sessionEnded': // what was kept for the next session is kept as a draft
      return state.kept === null ? stay(state) : go({ ...state, kept: null }, ...shut(state))
    case 'disarm': // the next session will know nothing of hands-free
      return go({ name: 'off' }, ...shut(state), ...SILENCE, HOLD_EARCON)
    case 'connectionFailed':
      return go({ name: 'off' }, ...shut(state), ...SILENCE, { type: 'notify', error: input.error })
    case 'cancel':
      return go(state, ...SILENCE)
    case 'captureFailed':
      return input.segment === state.kept ? go({ ...state, kept: null }) : stay(state)
    case 'reset':
      return go({ name: 'off' }, ...shut(state), ...SILENCE)
    case 'arm':
    case 'armed':
    case 'disarmed':
    case 'refused':
    case 'speechStarted':
    case 'speechStopped':
    case 'connectionLost':
    case 'expired':
      return stay(state)
    default:
      return assertNever(input)
  }
}
/** The VAD may have committed while we switched: that answer is surplus (docs/wire-facts.md, Voice activity). */
const SETTLE: readonly HandsFreeCommand[] = [...SILENCE, { type: 'clearInput' }]

function disarming(state: Disarming, input: HandsFreeInput): HandsFreeStep {
  switch (input.type) {
    case 'disarmed':
      return go({ name: 'off' }, ...SETTLE, HOLD_EARCON)
    case 'arm':
      return go({ name: 'arming', muted: false, kept: null }, ...ASK)
    case 'connectionReady':
      return go(state, { type: 'sendTurnDetection', on: false })
    case 'connectionLost':
    case 'sessionEnded':
      return go({ name: 'off' }, ...SILENCE, HOLD_EARCON)
    case 'connectionFailed':
      return go({ name: 'off' }, ...SILENCE, { type: 'notify', error: input.error })
    case 'expired':
      return input.stage === 'disarming' ? go({ name: 'off' }, ...SETTLE, { type: 'notify', error: appError('timeout', 'hands-free off') }) : stay(state)
    case 'refused': // it goes on listening as it did, but nobody sends it anything, and what it says of speech means nothing
      return input.on ? stay(state) : go({ name: 'off' }, ...SETTLE, HOLD_EARCON)
    case 'reset':
      return go({ name: 'off' }, ...SETTLE)
    case 'disarm':
    case 'armed':
    case 'toggleMute':
    case 'cancel':
    case 'speechStarted':
    case 'speechStopped':
    case 'captureFailed':
      return stay(state)
    default:
      return assertNever(input)
  }
}
