import { withoutMarks } from '../../../shared/markdown/plain-words'
import { lastCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'

const CAPTION_CHARS = 120

/** A table whose head was cut off takes its first row for one. */
const withHead = (tail: string): string => tail.replace(/^…\n(\|.*\|)[ \t]*\n/u, (_whole, row: string) => `…\n\n${row}\n${'|-'.repeat(row.split('|').length - 2)}|\n`)

/** The last words of an answer that still grows, on one line and without marks, from the beginning of a word. */
export function captionOf(tail: string): string {
  const words = plainLine(withoutMarks(withHead(tail), { grows: true })).trim()
  if (words.length <= CAPTION_CHARS) return words
  const cut = lastCharacters(words, CAPTION_CHARS)
  return `…${cut.slice(cut.search(/\s/u) + 1)}`
}
