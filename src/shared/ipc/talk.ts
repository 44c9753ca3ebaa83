import { z } from 'zod'
import { type TalkMode, TalkModeSchema } from '../settings'
import { MAX_TEXT_CHARS } from '../text/typed-text'
import { type Answered, channel } from './channel'

export const TalkAsks = {
  /** Goes with the images that wait; main refuses an empty one where none does. */
  'text:send': channel(z.tuple([z.string().trim().max(MAX_TEXT_CHARS)]), 'panel'),
} as const

export interface TalkAnswers {
  'text:send': null
}

export const TalkTells = {
  'talk:press': channel(z.tuple([]), 'panel'),
  'talk:release': channel(z.tuple([]), 'panel'),
  'talk:cancel': channel(z.tuple([z.literal('key').optional()]), 'panel', 'indicator'),
  'talk:undo': channel(z.tuple([]), 'panel'),
  'mode:set': channel(z.tuple([TalkModeSchema]), 'panel'),
  'connection:retry': channel(z.tuple([]), 'panel'),
  /** A fresh conversation; the old one stays in the history. `private`: nothing of it is written down. */
  'conversation:new': channel(z.tuple([z.object({ private: z.boolean() })]), 'panel'),
  /** Chromium says that the network is back. */
  'network:online': channel(z.tuple([]), 'panel'),
} as const

export interface TalkApi {
  sendText(text: string): Answered<null>
  press(): void
  release(): void
  /** `key`: Escape, of which main may have heard by itself. */
  cancel(by?: 'key'): void
  /** What was discarded a moment ago is sent after all. */
  undoCancel(): void
  setMode(mode: TalkMode): void
  retryConnection(): void
  newConversation(how: { readonly private: boolean }): void
  /** Chromium says that the network is back. */
  networkOnline(): void
}
