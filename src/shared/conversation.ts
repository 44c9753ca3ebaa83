import type { ItemId } from './ids'
import type { ImageNote } from './images/images'
import type { GivenPassage } from './knowledge/passages'
import type { ActionOutcome, Approval } from './tools/actions'

/** Why an answer is shorter than it was meant to be: the length limit, a lost connection, or the server. */
export const EARLY_ENDS = ['length', 'connection', 'server'] as const
export type EarlyEnd = (typeof EARLY_ENDS)[number]

/** `in-progress` while deltas arrive; `interrupted` when a barge-in cut it; `failed` when the server gave up on it. */
export type ItemStatus = 'in-progress' | 'done' | 'interrupted' | 'failed'

/** What is known of a call that Parley itself answered, for people. */
export interface CallAccount {
  /** "Open a web page" */
  readonly title: string
  readonly approval: Approval
  /** `open`: it went on in the background. */
  readonly outcome: ActionOutcome
  /** One line: what came of it. */
  readonly result: string | null
  readonly elapsedMs: number | null
  /** Of a search: the places in files that the model was given, best first; none: nothing was found. */
  readonly passages?: readonly GivenPassage[]
}

/** A function the model called. `output` is null while it has not been answered. */
export interface ToolCall {
  readonly callId: string
  readonly name: string
  /** JSON text, as the model wrote it. */
  readonly arguments: string
  readonly output: string | null
  readonly account?: CallAccount
}

/** One bubble of the conversation. */
export interface ConversationItem {
  readonly id: ItemId
  readonly role: 'user' | 'assistant'
  /** `speech`: spoken, `text` is its transcript (approximate for the user). `text`: typed or written. `tool`: a call, told in `tool`. */
  readonly kind: 'speech' | 'text' | 'tool'
  /** Transcript so far; may be empty while speech has not been transcribed. */
  readonly text: string
  /** `text` is not all of it; the rest is asked for by pieces. */
  readonly more?: boolean
  readonly status: ItemStatus
  /** How many leading characters of `text` were heard; null when all of it was, or nothing was cut. */
  readonly heardChars: number | null
  /** Of an answer that did not come to its end by itself. */
  readonly ended?: EarlyEnd
  /** Length of the audio in ms, where known. */
  readonly audioMs: number | null
  readonly tool?: ToolCall
  /** What a person showed, in order; left out where there is none. The images themselves are at `imagePath`. */
  readonly images?: readonly ImageNote[]
}

/** A piece of a long text. `more`: it goes on behind it. */
export interface TextPart {
  readonly text: string
  readonly more: boolean
}

/** The conversation of this run, in the server's order. */
export interface Conversation {
  readonly items: readonly ConversationItem[]
}
