import type { ConversationItem } from './conversation'
import type { ConversationId, DraftId, ItemId, TurnId } from './ids'

/** All times are milliseconds since 1970 (UTC) of the wall clock, unless a name says otherwise. */

/** A conversation as a row of the list. */
export interface ConversationSummary {
  readonly id: ConversationId
  /** Given by the person, or the first words that were said; empty while there are none. */
  readonly title: string
  /** True when a person gave the title: it is never replaced by itself. */
  readonly titled: boolean
  /** The newest words, one line, at most 200 characters. */
  readonly preview: string
  readonly startedAt: number
  readonly updatedAt: number
  readonly pinned: boolean
  readonly items: number
  /** "Practice", "OpenAI" or the custom host it was last held with. */
  readonly endpointName: string
}

/** A bubble with what only the history knows. */
export interface StoredItem extends ConversationItem {
  readonly createdAt: number
  /** A sound file of it is kept. */
  readonly hasAudio: boolean
}

/** What a response cost, in tokens. Cached tokens are part of the input tokens. */
export interface ResponseUsage {
  readonly conversation: ConversationId
  readonly response: string
  readonly at: number
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  readonly inputAudioTokens: number
  readonly outputAudioTokens: number
}

/**
 * Speech that could not be delivered. `conversation` is where it was said; it may be gone by now. `saidTo` is the place of the server it
 * was meant for (see `placeOf`); null: an older version did not write it down.
 */
export interface Draft {
  readonly saidTo: string | null
  readonly id: DraftId
  readonly conversation: ConversationId | null
  readonly createdAt: number
  readonly ms: number
}

/** What ended a segment of microphone audio on its way out. `crashed`: Parley ended before it could say. */
export const SEGMENT_ENDS = ['sent', 'cancelled', 'too-short', 'undelivered', 'connection-lost', 'new-session', 'muted', 'mode', 'quit', 'crashed'] as const
export type SegmentEnd = (typeof SEGMENT_ENDS)[number]

/** One segment of microphone audio that left the machine: one turn (or hands-free segment) on one connection. */
export interface LedgerEntry {
  readonly id: string
  readonly turn: TurnId
  readonly conversation: ConversationId | null
  /** Host name the audio went to, with port where it is not the usual one. */
  readonly host: string
  readonly startedAt: number
  /** Milliseconds between the first and the last byte, by a clock that does not jump. */
  readonly elapsedMs: number
  /** PCM bytes handed to the socket: 48,000 are one second. */
  readonly bytes: number
  readonly mode: 'hold' | 'hands-free'
  /** Null while it is still going on. */
  readonly end: SegmentEnd | null
}

export interface LedgerTotals extends LedgerSum {
  /** What of it went to a server on this computer. */
  readonly own: LedgerSum
}

export interface LedgerSum {
  readonly segments: number
  readonly bytes: number
}

/** A piece of a line: `hit` pieces are what was searched for. */
export interface MarkedText {
  readonly text: string
  readonly hit: boolean
}

/** One found item. `title` is the conversation's, with its hits marked too. */
export interface SearchHit {
  readonly conversation: ConversationId
  readonly item: ItemId
  readonly role: ConversationItem['role']
  readonly title: readonly MarkedText[]
  readonly snippet: readonly MarkedText[]
  readonly at: number
}

export type ExportFormat = 'markdown' | 'json' | 'text'

/** Progress of an export or import: `done` of `total` conversations. */
export interface JobProgress {
  readonly done: number
  readonly total: number
}

export interface JobOutcome {
  readonly cancelled: boolean
  readonly conversations: number
  readonly items: number
  /** Import only: conversations that were here already and stayed as they were. */
  readonly skipped: number
}

/** What the tools did, what was remembered, what there was to be reminded of. */
interface RecordCounts {
  readonly actions: number
  readonly facts: number
  readonly reminders: number
}

/** What "Delete everything" took away. `bytes` is what the files shrank by. */
export interface RemovedEverything extends RecordCounts {
  readonly conversations: number
  readonly items: number
  readonly drafts: number
  readonly segments: number
  readonly audioFiles: number
  readonly bytes: number
}

export interface HistoryStats extends RecordCounts {
  readonly conversations: number
  readonly items: number
  readonly drafts: number
  readonly databaseBytes: number
  readonly audioFiles: number
  readonly audioBytes: number
}

/** Where in the list the next page begins: behind this row. Null: at the top. */
export interface ListCursor {
  readonly pinned: boolean
  readonly updatedAt: number
  readonly id: ConversationId
}

export interface Page<T> {
  readonly rows: readonly T[]
  readonly more: boolean
}
