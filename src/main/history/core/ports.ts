import type {
  ConversationSummary,
  Draft,
  ExportFormat,
  HistoryStats,
  JobOutcome,
  JobProgress,
  LedgerEntry,
  LedgerTotals,
  ListCursor,
  Page,
  RemovedEverything,
  ResponseUsage,
  SearchHit,
  StoredItem,
} from '../../../shared/history'
import type { TextPart } from '../../../shared/conversation'
import type { ImageFile } from '../../../shared/images/images'
import type { ConversationId, DraftId, ImageId, ItemId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import type { AppError } from '../../../shared/errors/errors'

type Answer<T> = Promise<Result<T, AppError>>

/** What the recorder says of a conversation with every item; the rest of the row the store knows itself. */
export interface ConversationHead {
  readonly id: ConversationId
  readonly startedAt: number
  readonly endpointName: string
}

/** `position` orders the items of a conversation; gaps are normal. */
export interface ItemWrite {
  readonly position: number
  readonly item: StoredItem
  /** The files of `item.images`, in their order, with the first write of an item; later ones leave them as they are. */
  readonly images?: readonly Uint8Array[]
}

export interface HistoryOpened {
  /** The file name under which a damaged database was set aside; null when all was well. */
  readonly setAside: string | null
}

export interface Expired {
  readonly conversations: readonly ConversationId[]
  /** Text that was sent for embedding stands in its account. */
  readonly sentText: boolean
  /** The newest time before `settled` that anything was stored with; null: nothing was. */
  readonly newest: number | null
}

/** A long piece of work: where it is, and a way to stop it. What was done before a cancel is undone (import) or removed (export). */
export interface HistoryJob {
  readonly outcome: Promise<Result<JobOutcome, AppError>>
  cancel(): void
}

/**
 * Everything that stays: one database, one writer, off the main thread. Calls are carried out in the order they are made.
 * A write that fails is answered with its error (`history-full`, `history-locked`, `history`) and has changed nothing: the
 * caller keeps what it holds and asks again.
 */
export interface HistoryStore {
  /** Must be the first call. A database that cannot be read is set aside and a new one begun. */
  open(): Answer<HistoryOpened>
  /**
   * Writes what is new of one conversation in one transaction: its row and these items, each replaced if it is there. Refused whole,
   * with `history-gone`, where any of it was taken away for good: an answer that is ok means that all of it is there.
   */
  saveItems(head: ConversationHead, items: readonly ItemWrite[]): Answer<null>
  saveUsage(usage: ResponseUsage): Answer<null>
  /** For good: an item deleted while it is said has no undo of its own. */
  dropItem(conversation: ConversationId, item: ItemId): Answer<null>

  /** Pinned first, then newest first. Empty conversations and removed ones are not listed. */
  list(after: ListCursor | null, limit: number): Answer<Page<ConversationSummary>>
  summary(conversation: ConversationId): Answer<ConversationSummary | null>
  /** The `limit` items before `before` (null: the newest), in their order; `shown`: of a long text only what a page shows first. */
  items(conversation: ConversationId, before: number | null, limit: number, extent?: 'shown' | 'whole'): Answer<Page<ItemWrite>>
  /** The piece of a long text that begins at `from`; null: the item is not there. */
  itemText(conversation: ConversationId, item: ItemId, from: number): Answer<TextPart | null>
  /** Newest first. Every word must occur, the last as a beginning; scripts without spaces match anywhere. */
  search(text: string, limit: number): Answer<readonly SearchHit[]>

  /** An empty title gives back the one by itself. */
  rename(conversation: ConversationId, title: string): Answer<null>
  pin(conversation: ConversationId, pinned: boolean): Answer<null>
  /** Out of sight, and back with `restore` until `purge`. */
  remove(conversations: readonly ConversationId[]): Answer<null>
  restore(conversations: readonly ConversationId[]): Answer<null>
  removeItem(conversation: ConversationId, item: ItemId): Answer<null>
  restoreItem(conversation: ConversationId, item: ItemId): Answer<null>
  /** What was removed goes for good, with its sound. Also done at `open`. */
  purge(): Answer<null>
  /** What was last touched before `before` and is not pinned. Nothing is deleted. */
  expired(before: number, settled: number): Answer<Expired>
  /** Removes these for good, but what is pinned or was touched since `before`, and says how many. */
  forget(conversations: readonly ConversationId[], before: number): Answer<number>
  /** Of the account of text that was sent for embedding. */
  forgetSentText(before: number): Answer<null>

  saveDraft(draft: Draft, pcm: Int16Array): Answer<null>
  drafts(): Answer<readonly Draft[]>
  draftAudio(draft: DraftId): Answer<Int16Array | null>
  removeDraft(draft: DraftId): Answer<null>

  /** 24 kHz s16le mono; kept as FLAC beside the database. The oldest files go while there is more than `limitBytes`. */
  saveAudio(conversation: ConversationId, item: ItemId, pcm: Int16Array, limitBytes: number): Answer<null>
  audio(conversation: ConversationId, item: ItemId): Answer<Int16Array | null>

  /** Of whatever item; null when none has it. */
  image(image: ImageId): Answer<ImageFile | null>

  /** Inserted or replaced by id. Entries left open by a crash are ended as `crashed` at `open`. */
  saveSegment(entry: LedgerEntry): Answer<null>
  /** Newest first; `before` is the `startedAt` of the last row of the page above. */
  /** `own`: with what went to servers on this computer. */
  ledger(before: number | null, limit: number, own: boolean): Answer<Page<LedgerEntry>>
  ledgerTotals(): Answer<LedgerTotals>
  exportLedger(path: string): Answer<number>

  /** Writes to `path` (beside it first, then renamed: a half file is never left). `conversations` null: all. */
  exportTo(path: string, format: ExportFormat, conversations: readonly ConversationId[] | null, progress: (now: JobProgress) => void): HistoryJob
  /** Reads a JSON export of ours. All of it or nothing. */
  importFrom(path: string, progress: (now: JobProgress) => void): HistoryJob
  removeEverything(): Answer<RemovedEverything>
  stats(): Answer<HistoryStats>
  /** Waits for everything asked before. */
  close(): Promise<void>
}
