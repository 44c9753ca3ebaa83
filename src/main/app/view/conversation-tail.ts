import { lastCharacters } from '../../../shared/text/characters'
import type { ConversationItem } from '../../../shared/conversation'
import { plainLine } from '../../../shared/text/plain-line'
import type { TurnPhase } from '../../../shared/view'

const TAIL_CHARS = 120

/** The last words of whoever speaks now: what the answer has come to, else what was asked. Empty when nobody does. */
export function conversationTail(items: readonly ConversationItem[], phase: TurnPhase): string {
  if (phase === 'idle' || phase === 'opening') return ''
  const spoken = items.findLast(({ kind }) => kind !== 'tool')
  if (spoken === undefined || (spoken.role === 'assistant') !== (phase === 'speaking')) return ''
  return lastWords(plainLine(lastCharacters(spoken.text, 4 * TAIL_CHARS)))
}

/** From the beginning of a word. */
function lastWords(text: string): string {
  if (text.length <= TAIL_CHARS) return text
  const cut = lastCharacters(text, TAIL_CHARS)
  return `…${cut.slice(cut.search(/\s/) + 1)}`
}
