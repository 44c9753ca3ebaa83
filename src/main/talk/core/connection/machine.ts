import { assertNever } from '../../../../shared/assert'
import { go, stay } from '../transition'
import { TUNING } from '../turn/tuning'
import { afterClose, afterDeath, afterTimeout, open } from './attempts'
import type { Asleep, Configuring, Connecting, ConnectionInput, ConnectionState, ConnectionStep, Failed, Offline, Ready, Waiting } from './types'

export type { ConnectionCommand, ConnectionInput, ConnectionState } from './types'

export const OFFLINE: ConnectionState = { name: 'offline', generation: 0 }

/** One connection that is made, configured, kept and made again. */
export function connectionStep(state: ConnectionState, input: ConnectionInput): ConnectionStep {
  return isStale(state, input) ? stay(state) : inState(state, input)
}

function inState(state: ConnectionState, input: ConnectionInput): ConnectionStep {
  switch (state.name) {
    case 'offline':
    case 'asleep':
    case 'failed':
      return atRest(state, input)
    case 'connecting':
      return connecting(state, input)
    case 'configuring':
      return configuring(state, input)
    case 'ready':
      return ready(state, input)
    case 'waiting':
      return waiting(state, input)
    default:
      return assertNever(state)
  }
}

/** The one place where a fact of an older socket, or a bound of another state, ends. */
function isStale(state: ConnectionState, input: ConnectionInput): boolean {
  switch (input.type) {
    case 'connect':
    case 'disconnect':
    case 'retryNow':
    case 'networkBack':
    case 'adopted': // brings the number of a socket to come
    case 'healthy':
    case 'dead':
    case 'sleep':
      return false
    case 'expired':
      return input.stage !== state.name
    case 'opened':
    case 'sessionCreated':
    case 'sessionUpdated':
    case 'closed':
      return input.generation !== state.generation
    default:
      return assertNever(input)
  }
}

function atRest(state: Offline | Asleep | Failed, input: ConnectionInput): ConnectionStep {
  switch (input.type) {
    case 'connect':
    case 'retryNow':
      return open(state.generation, 1)
    case 'disconnect':
      return state.name === 'offline' ? stay(state) : go({ name: 'offline', generation: state.generation })
    case 'networkBack':
      return state.name === 'failed' && state.exhausted ? open(state.generation, 1) : stay(state)
    case 'adopted':
    case 'opened':
    case 'sessionCreated':
    case 'sessionUpdated':
    case 'closed':
    case 'expired':
    case 'healthy':
    case 'dead':
    case 'sleep':
      return stay(state)
    default:
      return assertNever(input)
  }
}

const disconnect = (generation: number): ConnectionStep =>
  go({ name: 'offline', generation }, { type: 'stopTimer' }, { type: 'closeSocket' })

function connecting(state: Connecting, input: ConnectionInput): ConnectionStep {
  switch (input.type) {
    case 'sessionCreated':
      return go(
        { ...state, name: 'configuring' },
        { type: 'startTimer', stage: 'configuring', ms: TUNING.configureBoundMs },
        { type: 'configure' },
      )
    case 'closed':
      return afterClose(state, input)
    case 'expired':
      return afterTimeout(state)
    case 'dead':
      return afterDeath(state, input.error, input.random)
    case 'disconnect':
      return disconnect(state.generation)
    case 'sleep':
    case 'connect':
    case 'retryNow':
    case 'networkBack':
    case 'adopted':
    case 'opened': // the upgrade alone proves nothing: a wrong key, too, is answered with 101 first
    case 'sessionUpdated':
    case 'healthy':
      return stay(state)
    default:
      return assertNever(input)
  }
}

function configuring(state: Configuring, input: ConnectionInput): ConnectionStep {
  switch (input.type) {
    case 'sessionUpdated':
      return go(
        { ...state, name: 'ready' },
        { type: 'startTimer', stage: 'ready', ms: TUNING.healthyAfterMs },
        { type: 'announceReady' },
      )
    case 'closed':
      return afterClose(state, input)
    case 'expired':
      return afterTimeout(state)
    case 'dead':
      return afterDeath(state, input.error, input.random)
    case 'disconnect':
      return disconnect(state.generation)
    case 'sleep':
    case 'connect':
    case 'retryNow':
    case 'networkBack':
    case 'adopted':
    case 'opened':
    case 'sessionCreated':
    case 'healthy':
      return stay(state)
    default:
      return assertNever(input)
  }
}

function ready(state: Ready, input: ConnectionInput): ConnectionStep {
  switch (input.type) {
    case 'closed':
      return afterClose(state, input)
    case 'expired':
    case 'healthy':
      return state.attempt === 0 ? stay(state) : go({ ...state, attempt: 0 })
    case 'dead':
      return afterDeath(state, input.error, input.random)
    case 'sleep':
      return go({ name: 'asleep', generation: state.generation }, { type: 'stopTimer' }, { type: 'closeSocket' })
    case 'adopted':
      return go({ name: 'ready', generation: input.generation, attempt: 0 }, { type: 'stopTimer' })
    case 'disconnect':
      return disconnect(state.generation)
    case 'connect':
    case 'retryNow':
    case 'networkBack':
    case 'opened':
    case 'sessionCreated':
    case 'sessionUpdated': // of a later change, such as the talk mode
      return stay(state)
    default:
      return assertNever(input)
  }
}

function waiting(state: Waiting, input: ConnectionInput): ConnectionStep {
  switch (input.type) {
    case 'expired':
      return open(state.generation, state.attempt)
    case 'retryNow':
    case 'networkBack':
      return open(state.generation, 1)
    case 'disconnect':
      return go({ name: 'offline', generation: state.generation }, { type: 'stopTimer' })
    case 'connect':
    case 'adopted':
    case 'opened':
    case 'sessionCreated':
    case 'sessionUpdated':
    case 'closed':
    case 'healthy':
    case 'dead':
    case 'sleep':
      return stay(state)
    default:
      return assertNever(input)
  }
}
