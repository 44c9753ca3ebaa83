import { assertNever } from '../../../../shared/assert'
import type { ConnectionView } from '../../../../shared/view'
import type { ConnectionState } from './types'

/** What the view shows of the connection. */
export function connectionView(state: ConnectionState): ConnectionView {
  switch (state.name) {
    case 'offline':
      return { state: 'offline' }
    case 'asleep':
      return { state: 'asleep' }
    case 'connecting':
    case 'configuring':
      return { state: 'connecting' }
    case 'ready':
      return { state: 'ready' }
    case 'waiting':
      return { state: 'waiting', delayMs: state.delayMs, attempt: state.attempt, reason: state.error.tag }
    case 'failed':
      return { state: 'failed', reason: state.error.tag }
    default:
      return assertNever(state)
  }
}
