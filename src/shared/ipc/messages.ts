import { z } from 'zod'
import type { TextPart } from '../conversation'
import type { DraftId, ItemId } from '../ids'
import { type Answered, channel } from './channel'

const ItemIdSchema = z.string().min(1).max(128)

/** One message of the talk that the panel shows. */
export const MessageAsks = {
  /** Its text goes to the clipboard. */
  'item:copy': channel(z.tuple([ItemIdSchema]), 'panel'),
  /** A piece of a text that is too long to be pushed. */
  'item:text': channel(z.tuple([ItemIdSchema, z.number().int().min(0)]), 'panel'),
  'item:play': channel(z.tuple([ItemIdSchema]), 'panel'),
  /** What was not heard of it when it was interrupted, while its sound is in memory. */
  'item:play-rest': channel(z.tuple([ItemIdSchema]), 'panel'),
  'item:remove': channel(z.tuple([ItemIdSchema]), 'panel'),
  'item:restore': channel(z.tuple([ItemIdSchema]), 'panel'),
  /** Answered once more, or asked once more; see history/message-actions. */
  'item:again': channel(z.tuple([ItemIdSchema]), 'panel'),
  /** Speech that the view shows as kept, and no other draft. */
  'kept:play': channel(z.tuple([ItemIdSchema]), 'panel'),
  'kept:send': channel(z.tuple([ItemIdSchema]), 'panel'),
} as const

export interface MessageAnswers {
  'item:copy': null
  'item:text': TextPart
  'item:play': null
  'item:play-rest': null
  'item:remove': null
  'item:restore': null
  /** What was taken out of the talk for it, which can be brought back. */
  'item:again': readonly ItemId[]
  'kept:play': null
  'kept:send': null
}

export const MessageTells = {
  'clip:stop': channel(z.tuple([]), 'panel'),
} as const

export interface MessageApi {
  copyItem(item: ItemId): Answered<null>
  /** What stands behind the first `from` characters of a long message. */
  itemText(item: ItemId, from: number): Answered<TextPart>
  playItem(item: ItemId): Answered<null>
  playRest(item: ItemId): Answered<null>
  stopPlaying(): void
  removeItem(item: ItemId): Answered<null>
  restoreItem(item: ItemId): Answered<null>
  askAgain(item: ItemId): Answered<readonly ItemId[]>
  playKept(draft: DraftId): Answered<null>
  /** To the server that is chosen now; main asks first if it was said to another. */
  sendKept(draft: DraftId): Answered<null>
}
