import { BROKE_OFF, NOT_APPROVED, NOT_AVAILABLE, NOT_RUN, TOO_MANY_CALLS } from '../../../../shared/text/tool-words'
import type { AnswerOwner } from '../realtime/answer-owner'
import type { ServerItem, ServerResponse } from '../realtime/server-event'

export const APPROVAL = 'mcp_approval_request'
/** What the voice server has had done. */
export const HOSTED_CALL = 'mcp_call'

/** What becomes of a call when its response is over. */
export type CallFate =
  /** Somebody here does it. */
  | 'run'
  /** Answered at once, and nothing is done. */
  | { readonly output: string }
  /** Half a call is none, and one that the server is made to forget waits for nothing. */
  | 'none'

/** What is known of a call besides itself. */
export interface CallFacts {
  readonly response: Pick<ServerResponse, 'status'>
  readonly owner: AnswerOwner
  /** A feature answers calls of this name. */
  readonly isTaken: boolean
  /** The server is made to forget it. */
  readonly isTakenBack: boolean
  /** Its answer was asked for without tools. */
  readonly isBare: boolean
}

/** A server that says no status says nothing against it. */
export const isWhole = ({ status }: Pick<ServerResponse, 'status'>): boolean => status === 'completed' || status === null

/** Only the item's own status tells: the end of its arguments is told of interrupted calls, too (docs/wire-facts.md, Events and objects). A wish for approval has none. */
const isFinished = ({ type, status }: ServerItem, response: CallFacts['response']): boolean =>
  type === APPROVAL || status === 'completed' || (status === null && isWhole(response))

export function callFate(item: ServerItem, { response, owner, isTaken, isTakenBack, isBare }: CallFacts): CallFate {
  if (isTakenBack || !isFinished(item, response)) return 'none'
  if (item.type === APPROVAL && !isTaken) return { output: NOT_APPROVED }
  if (!isTaken || (item.type !== APPROVAL && item.callId === null)) return { output: NOT_AVAILABLE } // without a name of its own nobody could answer it
  if (response.status === 'failed') return { output: BROKE_OFF }
  if (!isWhole(response) || owner.kind === 'nobody') return { output: NOT_RUN }
  return isBare ? { output: TOO_MANY_CALLS } : 'run'
}
