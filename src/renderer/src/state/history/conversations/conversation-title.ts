import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'

/** A conversation in which nothing was transcribed has no words to be called by. */
export const titleOf = ({ title }: Pick<ConversationSummary, 'title'>): string => (title.trim() === '' ? say('history.untitled') : title)
