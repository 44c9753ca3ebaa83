import type { CallAccount } from '../../shared/conversation'
import type { CallId, ItemId } from '../../shared/ids'

/** A function that the model called. */
export interface FunctionCall {
  readonly call: CallId
  /** Its line in the conversation. */
  readonly item: ItemId
  readonly name: string
  /** JSON text as it came, not parsed. */
  readonly arguments: string
  /** The voice server has it done by a server of this label, and asks whether it may; absent: it is done here. */
  readonly hosted?: string
}

/** What the model is told of it. */
export interface CallAnswer {
  /** Goes out as it is, encoded once. */
  readonly output: string
  /** Of what the voice server has done: it may. What comes of it is told by the server itself. */
  readonly approves?: boolean
  /** Data URLs of what is to be looked at: an output is but text, so they go right behind it. */
  readonly images?: readonly string[]
  /** What people are told of it. */
  readonly account?: CallAccount
}
