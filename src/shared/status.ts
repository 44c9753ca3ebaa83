import { assertNever } from './assert'
import type { AssistantView, ConnectionView } from './view'

/** What state Parley is in, for the eye: each has a shape and a colour of its own, in the panel, the indicator and the tray alike. */
export type Status =
  | 'idle'
  | 'asleep'
  | 'opening'
  | 'listening'
  | 'sending'
  | 'thinking'
  | 'acting'
  | 'speaking'
  | 'open'
  | 'muted'
  | 'switching'
  | 'connecting'
  | 'offline'
  | 'failed'

/** A turn that runs says more than the connection under it; an idle Parley says first why it could not answer. */
export function statusOf(view: AssistantView): Status {
  if (view.switching) return 'switching'
  if (view.mode === 'hands-free') return ofHandsFree(view)
  return view.phase === 'idle' ? (ofConnection(view.connection) ?? 'idle') : ofTurn(view)
}

function ofTurn({ phase, connection }: AssistantView): Status {
  switch (phase) {
    case 'closing':
      return 'sending'
    case 'thinking':
      return connection.state === 'ready' ? 'thinking' : 'connecting'
    case 'opening':
    case 'listening':
    case 'speaking':
    case 'acting':
    case 'idle':
      return phase
    default:
      return assertNever(phase)
  }
}

function ofHandsFree({ phase, connection, muted, hearing }: AssistantView): Status {
  if (phase === 'speaking' || phase === 'thinking' || phase === 'acting') return phase
  const trouble = ofConnection(connection)
  if (trouble !== null && trouble !== 'asleep') return trouble
  if (muted) return 'muted' // also asleep, which it only is while it is muted
  return hearing ? 'listening' : 'open'
}

/** Null: nothing is wrong with it. */
function ofConnection(connection: ConnectionView): Status | null {
  switch (connection.state) {
    case 'ready':
      return null
    case 'asleep':
      return 'asleep'
    case 'connecting':
    case 'waiting':
      return 'connecting'
    case 'offline':
      return 'offline'
    case 'failed':
      return connection.reason === 'no-key' ? 'offline' : 'failed'
    default:
      return assertNever(connection)
  }
}
