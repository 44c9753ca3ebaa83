let segmenter: Intl.Segmenter | null = null

/**
 * What a reader takes for one character: never cut a flag, an accent or a surrogate pair in two. Every text that is cut is cut here.
 * Made when first needed: that takes some ten milliseconds, which no start should wait for.
 */
const characters = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' }))

/** A character is not longer than this; looking further would make long texts slow. */
const REACH = 200

/** The start of the character that `offset` falls into; 0 before the text, its length behind it. */
export function characterStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  return offset >= text.length ? text.length : characterAt(text, offset).start
}

/** At most `limit` UTF-16 units from the beginning. */
export const firstCharacters = (text: string, limit: number): string => (text.length <= limit ? text : text.slice(0, characterStart(text, limit)))

/** At most `limit` UTF-16 units from the end. */
export function lastCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= 0) return ''
  const offset = text.length - limit
  const { start, end } = characterAt(text, offset)
  return text.slice(start === offset ? start : end)
}

const SECOND_HALF = /[\uDC00-\uDFFF]/

/** What reaches further than we look is still not cut between the halves of a pair. */
const outsidePair = (text: string, at: number, by: -1 | 1): number => (at > 0 && SECOND_HALF.test(text.charAt(at)) ? at + by : at)

function characterAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const from = outsidePair(text, Math.max(0, offset - REACH), -1)
  const around = text.slice(from, outsidePair(text, offset + REACH, 1))
  const found = characters().segment(around).containing(offset - from) ?? { index: offset - from, segment: text.charAt(offset) }
  return { start: from + found.index, end: from + found.index + found.segment.length }
}
