import type { AppError } from '../../../shared/errors/errors'
import type { Page } from '../../../shared/history'
import type { ConversationId, ItemId } from '../../../shared/ids'
import type { GivenPassage, SentText, SentTotals } from '../../../shared/knowledge/passages'
import type { Result } from '../../../shared/result'

type Answer<T> = Promise<Result<T, AppError>>

/** What the history keeps of knowledge folders: the account of what left this computer, and which passages a call gave to the model. */
export interface KnowledgeRecords {
  /** Each once, however often it is said. */
  saveSentText(sent: readonly SentText[]): Answer<null>
  /** All of before that time (ms). */
  forgetSentText(before: number): Answer<null>
  /** Newest first; `before` is the `at` of the last row of the page above. */
  sentText(before: number | null, limit: number): Answer<Page<SentText>>
  sentTotals(): Answer<SentTotals>
  /** By the call that gave them; empty: it gave none, or is not there any more. */
  givenPassages(conversation: ConversationId, call: ItemId): Answer<readonly GivenPassage[]>
}
