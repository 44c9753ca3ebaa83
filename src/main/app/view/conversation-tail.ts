import { lastCharacters } from '../../../shared/text/characters'
import type { ConversationItem } from '../../../shared/conversation'
import { withoutUnseen } from '../../../shared/text/plain-line'
import type { TurnPhase } from '../../../shared/view'

/** Far more than a caption shows: its page takes the marks of Markdown away, and those that end in it should begin in it. */
const TAIL_CHARS = 960
/** What a line further on leaves is still more than a caption. */
const LEAST_CHARS = 240
/** As long as an answer that is drawn with its marks. */
const LOOKED_AT_CHARS = 64 * 1_024
const FENCE = '```\n'
const LETTER = /[\p{L}\p{N}]/u

/** The last words of whoever speaks now, as they were written: what the answer has come to, else what was asked. Empty when nobody does. */
export function conversationTail(items: readonly ConversationItem[], phase: TurnPhase): string {
  if (phase === 'idle' || phase === 'opening') return ''
  const spoken = items.findLast(({ kind }) => kind !== 'tool')
  if (spoken === undefined || (spoken.role === 'assistant') !== (phase === 'speaking')) return ''
  const tail = withoutUnseen(lastLines(spoken.text))
  return LETTER.test(tail) ? tail : ''
}

/** From the beginning of a line, or of a word of a long one. What begins in code says so. */
function lastLines(text: string): string {
  if (text.length <= TAIL_CHARS) return text
  const cut = lastCharacters(text, TAIL_CHARS)
  const line = cut.indexOf('\n') + 1
  if (line === 0 || line > TAIL_CHARS - LEAST_CHARS) return `…${cut.slice(cut.search(/\s/u) + 1)}`
  const rest = cut.slice(line)
  return `…\n${isInCode(text.slice(-LOOKED_AT_CHARS, text.length - rest.length)) ? FENCE : ''}${rest}`
}

function isInCode(before: string): boolean {
  return before.includes('```') && Array.from(before.matchAll(/^ {0,3}```/gmu)).length % 2 === 1
}
