import type { CallAccount, Conversation } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import type { ImageNote } from '../../../../shared/images/images'
import type { ServerEvent } from '../realtime/server-event'
import type { AnswerWords } from './part-words'

/** What the server does not tell, or tells too late. */
type LocalEvent =
  /** Typed text and what is shown with it, on the screen before the server has it. `item` is the id it is sent with. */
  | { readonly type: 'local.userText'; readonly item: ItemId; readonly text: string; readonly images?: readonly ImageNote[] }
  /** Playback was cut: this much of what was received was heard. */
  | { readonly type: 'local.truncated'; readonly item: ItemId; readonly heardSamples: number; readonly receivedSamples: number }
  /** Playback was cut before the first sample. */
  | { readonly type: 'local.unheard'; readonly item: ItemId }
  /** It will not be played: nobody asked for it. Its words may still come. `behind`: what was said last when an answer was given up. */
  | { readonly type: 'local.unspoken'; readonly item: ItemId; readonly behind?: ItemId | null }
  /** What a call, or a wish for approval, was answered; some servers never repeat it. */
  | { readonly type: 'local.toolAnswered'; readonly item: ItemId; readonly output: string; readonly account?: CallAccount }
  /** Its call was answered before it ended: what came of it in the end, for people. */
  | { readonly type: 'local.toolEnded'; readonly item: ItemId; readonly account: CallAccount }
  /** The connection is gone: what was in progress ends as it is. */
  | { readonly type: 'local.closed' }

export type ConversationEvent = ServerEvent | LocalEvent

/** What the screen shows, and what the fold must remember of answers that still grow. */
export interface FoldedConversation extends Conversation {
  readonly words?: ReadonlyMap<ItemId, AnswerWords>
}
