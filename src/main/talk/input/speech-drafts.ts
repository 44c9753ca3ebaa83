import type { DraftId, ItemId, TurnId } from '../../../shared/ids'
import type { Undelivered } from './input-socket'

/** What became of speech that was not delivered. */
export type Kept = 'kept' | 'private' | 'nothing'

/** Where speech goes that did not reach its server. */
export interface SpeechDrafts {
  /** `item`: its bubble, if a server that is gone had heard it whole. */
  keep(turn: TurnId, speech: Undelivered | null, item: ItemId | null): Kept
  /** Answers the bubble that it stands in already. */
  sendsAgain(turn: TurnId, draft: DraftId): ItemId | null
}

/** A talk of which nothing is kept. */
export const NO_DRAFTS: SpeechDrafts = { keep: () => 'nothing', sendsAgain: () => null }
