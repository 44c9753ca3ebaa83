import type { MarkedText } from '../../../shared/history'
import { characterStart } from '../../../shared/text/characters'
import type { Phrase } from './query'
import { words, type Word } from './words'

interface Range {
  readonly start: number
  readonly end: number
}

/** Characters shown on each side of the first hit. */
const AROUND = 80

/** The whole text with every hit marked. */
export const markAll = (text: string, phrases: readonly Phrase[]): readonly MarkedText[] =>
  pieces(text, { start: 0, end: text.length }, Array.from(hits(text, phrases)))

const ellipsis = (on: boolean): readonly MarkedText[] => (on ? [{ text: '…', hit: false }] : [])

/** What stands around the first hit, all hits in it marked; the beginning where there is none. White space is one space each. */
export function snippet(text: string, phrases: readonly Phrase[]): readonly MarkedText[] {
  const found = hitsNearFirst(text, phrases)
  const first = found[0] ?? { start: 0, end: 0 }
  const window = { start: characterStart(text, first.start - AROUND), end: characterStart(text, first.end + AROUND) }
  const shown = pieces(text, window, found).map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') }))
  return [...ellipsis(window.start > 0), ...shown, ...ellipsis(window.end < text.length)]
}

function hitsNearFirst(text: string, phrases: readonly Phrase[]): readonly Range[] {
  const found: Range[] = []
  for (const hit of hits(text, phrases)) {
    if (found[0] !== undefined && hit.start > found[0].end + AROUND) break
    found.push(hit)
  }
  return found
}

/** Where the phrases occur, by their ends. They may overlap. */
function* hits(text: string, phrases: readonly Phrase[]): Generator<Range> {
  const longest = Math.max(0, ...phrases.map((phrase) => phrase.words.length))
  const recent: Word[] = []
  for (const word of words(text)) {
    recent.push(word)
    if (recent.length > longest) recent.shift()
    for (const phrase of phrases) {
      const start = startOf(phrase, recent)
      if (start !== null) yield { start, end: word.end }
    }
  }
}

/** Where the phrase starts when it ends with the newest word; null when it does not. */
function startOf(phrase: Phrase, recent: readonly Word[]): number | null {
  const offset = recent.length - phrase.words.length
  const last = phrase.words.length - 1
  const same = phrase.words.every((wanted, index) => {
    const folded = recent[offset + index]?.folded
    return folded !== undefined && (phrase.open && index === last ? folded.startsWith(wanted) : folded === wanted)
  })
  return same ? (recent[offset]?.start ?? null) : null
}

/** `window` of the text, cut at the edges of the hits; overlapping and touching hits become one. */
function pieces(text: string, window: Range, found: readonly Range[]): readonly MarkedText[] {
  const cut: MarkedText[] = []
  const add = (start: number, end: number, hit: boolean): void => {
    if (end > start) cut.push({ text: text.slice(start, end), hit })
  }
  let at = window.start
  for (const { start, end } of merged(found)) {
    const from = Math.max(start, at)
    const to = Math.min(end, window.end)
    if (to <= from) continue
    add(at, from, false)
    add(from, to, true)
    at = to
  }
  add(at, window.end, false)
  return cut
}

function merged(found: readonly Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1)
    if (last !== undefined && range.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else result.push(range)
  }
  return result
}
