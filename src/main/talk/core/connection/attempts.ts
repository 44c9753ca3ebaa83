import { appError, type AppError } from '../../../../shared/errors/errors'
import { go } from '../transition'
import { TUNING } from '../turn/tuning'
import { reconnectDelayMs } from './reconnect-policy'
import type { Configuring, Connecting, ConnectionCommand, ConnectionInput, ConnectionStep, Ready } from './types'

type Live = Connecting | Configuring | Ready
type Closed = Extract<ConnectionInput, { type: 'closed' }>

/** A new socket, with a number of its own. */
export function open(lastGeneration: number, attempt: number): ConnectionStep {
  const generation = lastGeneration + 1
  return go(
    { name: 'connecting', generation, attempt },
    { type: 'startTimer', stage: 'connecting', ms: TUNING.connectBoundMs },
    { type: 'openSocket', generation },
  )
}

const giveUp = (state: Live, error: AppError, exhausted: boolean, first: readonly ConnectionCommand[]): ConnectionStep =>
  go(
    { name: 'failed', generation: state.generation, error, exhausted },
    ...first,
    { type: 'stopTimer' },
    { type: 'announceFailed', error, exhausted },
  )

/** The socket is gone: try again, or give up. A refusal of the key, the model or the account is never tried again. */
export function afterClose(state: Live, { error, retryable, random }: Closed): ConnectionStep {
  return retryable ? tryAgain(state, error, random, []) : giveUp(state, error, false, [])
}

/** The socket is there but nobody answers on it. */
export const afterDeath = (state: Live, error: AppError, random: number): ConnectionStep =>
  tryAgain(state, error, random, [{ type: 'closeSocket' }])

/** Nothing came. The full delay without dice: the time-out itself has spread the callers. */
export function afterTimeout(state: Live): ConnectionStep {
  const error = appError('network', `no answer while ${state.name}`)
  return tryAgain(state, error, 1, [{ type: 'closeSocket' }])
}

function tryAgain(state: Live, error: AppError, random: number, first: readonly ConnectionCommand[]): ConnectionStep {
  const attempt = state.attempt + 1
  const delayMs = reconnectDelayMs({ attempt, random })
  if (delayMs === null) return giveUp(state, error, true, first)
  return go(
    { name: 'waiting', generation: state.generation, attempt, delayMs, error },
    ...first,
    { type: 'startTimer', stage: 'waiting', ms: delayMs },
    ...(state.name === 'ready' ? [{ type: 'announceLost', error } as const] : []),
  )
}
