import type { ConversationItem } from '../../../../shared/conversation'

/** The text, cut where the person stopped hearing it. */
export interface HeardParts {
  readonly heard: string
  readonly unheard: string
}

const insidePair = (text: string, at: number): boolean =>
  at > 0 && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** Cuts between whole characters: half of a surrogate pair would be drawn as a box. */
export function heardParts({ text, heardChars }: Pick<ConversationItem, 'text' | 'heardChars'>): HeardParts {
  if (heardChars === null) return { heard: text, unheard: '' }
  const at = insidePair(text, heardChars) ? heardChars - 1 : heardChars
  return { heard: text.slice(0, at), unheard: text.slice(at) }
}
