import type { PlayingView } from '../../shared/ipc/history'

/** What happened in the application, past tense. Parts post it, and know nobody who hears of it. */
export type AppFact =
  /** Something that the view shows, or whether an Escape is wanted. */
  | { readonly type: 'viewChanged' }
  /** An item of the conversation may be shown otherwise than before. */
  | { readonly type: 'conversationChanged' }
  /** The state of the talk. */
  | { readonly type: 'talkChanged' }
  /** Kept sound begins or has ended. */
  | { readonly type: 'clipChanged'; readonly playing: PlayingView }

export type PostAppFact = (fact: AppFact) => void
