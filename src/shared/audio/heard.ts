import { characterStart } from '../text/characters'
import type { ConversationItem } from '../conversation'

/** The text, cut where the person stopped hearing it. */
export interface HeardParts {
  readonly heard: string
  readonly unheard: string
}

export function heardParts({ text, heardChars }: Pick<ConversationItem, 'text' | 'heardChars'>): HeardParts {
  const end = characterStart(text, heardChars ?? text.length)
  return { heard: text.slice(0, end), unheard: text.slice(end) }
}
