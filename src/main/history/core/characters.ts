import { plainLine } from '../../../shared/plain-line'

/** What a reader takes for one character: never cut a flag, an accent or a surrogate pair in two. */
const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A character is not longer than this; looking further would make long texts slow. */
const REACH = 200

/** The start of the character that `offset` falls into; 0 before the text, its length behind it. */
export function characterStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  const from = Math.max(0, offset - REACH)
  const around = CHARACTERS.segment(text.slice(from, offset + REACH))
  return from + (around.containing(offset - from)?.index ?? offset - from)
}

/** Only as much of a long text is looked at as can matter. */
const oneLine = (text: string, limit: number): string =>
  plainLine(text.trimStart().slice(0, 8 * limit)).trim()

/** At most `limit` UTF-16 units on one line, cut at the end of a word where there is one, with `…` for what is missing. */
export function shortened(text: string, limit: number): string {
  const line = oneLine(text, limit)
  if (line.length <= limit) return line
  const head = line.slice(0, characterStart(line, limit - 1))
  const space = line.charAt(head.length) === ' ' ? head.length : head.lastIndexOf(' ')
  // A cut far from the end would show almost nothing of a text whose first word is long.
  const words = space > limit / 2 ? head.slice(0, space) : head
  return `${words.replace(/[\s.,;:!?…–—-]+$/u, '')}…`
}
