import { withoutMarks } from '../../../shared/markdown/plain-words'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'

const TITLE_LIMIT = 60
const PREVIEW_LIMIT = 200

/** The title a conversation gives itself: its first words. */
export const titleFrom = (text: string): string => shortened(text, TITLE_LIMIT)

/** The newest words as the list shows them. */
export const previewFrom = (text: string): string => shortened(text, PREVIEW_LIMIT)

/** Only as much of a long text is looked at as can matter. One of marks alone keeps them. */
function oneLine(text: string, limit: number): string {
  const whole = text.trimStart()
  const beginning = whole.slice(0, 8 * limit)
  const words = plainLine(withoutMarks(beginning, { grows: beginning.length < whole.length })).trim()
  return words === '' ? plainLine(beginning).trim() : words
}

/** At most `limit` UTF-16 units on one line, cut at the end of a word where there is one, with `…` for what is missing. */
function shortened(text: string, limit: number): string {
  const line = oneLine(text, limit)
  if (line.length <= limit) return line
  const head = firstCharacters(line, limit - 1)
  const space = line.charAt(head.length) === ' ' ? head.length : head.lastIndexOf(' ')
  // A cut far from the end would show almost nothing of a text whose first word is long.
  const words = space > limit / 2 ? head.slice(0, space) : head
  return `${words.replace(/[\s.,;:!?…–—-]+$/u, '')}…`
}
