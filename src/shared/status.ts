import { assertNever } from './assert'
import type { AssistantView, ConnectionView } from './view'

/** What state Parley is in, for the eye. */
export type Status =
  | 'idle'
  | 'asleep'
  | 'opening'
  | 'listening'
  | 'sending'
  | 'thinking'
  | 'acting'
  | 'asking'
  | 'speaking'
  | 'open'
  | 'muted'
  | 'switching'
  | 'connecting'
  | 'offline'
  | 'failed'

/** What is drawn for it. */
export type Mark = 'ready' | 'listening' | 'thinking' | 'working' | 'asking' | 'speaking' | 'muted' | 'connecting' | 'offline' | 'failed'

const MARK_OF: Readonly<Record<Status, Mark>> = {
  idle: 'ready',
  asleep: 'ready', // the next press wakes it, and loses nothing
  opening: 'connecting',
  listening: 'listening',
  sending: 'thinking',
  thinking: 'thinking',
  acting: 'working',
  asking: 'asking',
  speaking: 'speaking',
  open: 'listening',
  muted: 'muted',
  switching: 'connecting',
  connecting: 'connecting',
  offline: 'offline',
  failed: 'failed',
}

export const markOf = (status: Status): Mark => MARK_OF[status]

/** A turn that runs says more than the connection under it; an idle Parley says first why it could not answer. */
export function statusOf(view: AssistantView): Status {
  if (view.switching) return 'switching'
  if (view.mode === 'hands-free') return ofHandsFree(view)
  return view.phase === 'idle' ? (ofConnection(view.connection) ?? 'idle') : ofTurn(view)
}

function ofTurn(view: AssistantView): Status {
  const { phase, connection } = view
  switch (phase) {
    case 'closing':
      return 'sending'
    case 'thinking':
      return connection.state === 'ready' ? 'thinking' : 'connecting'
    case 'acting':
      return ofTool(view)
    case 'opening':
    case 'listening':
    case 'speaking':
    case 'idle':
      return phase
    default:
      return assertNever(phase)
  }
}

/** It runs, or waits for the person. */
function ofTool({ tools: { card } }: AssistantView): Status {
  return card === null ? 'acting' : 'asking'
}

function ofHandsFree(view: AssistantView): Status {
  const { phase, connection, muted, hearing } = view
  if (phase === 'acting') return ofTool(view)
  if (phase === 'speaking' || phase === 'thinking') return phase
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
