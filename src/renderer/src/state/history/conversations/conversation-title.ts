import type { ConversationSummary } from '../../../../../shared/history'

/** A conversation in which nothing was transcribed has no words to be called by. */
export const titleOf = ({ title }: Pick<ConversationSummary, 'title'>): string => (title.trim() === '' ? 'Without words' : title)
