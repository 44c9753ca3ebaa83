import { firstCharacters } from '../../../shared/text/characters'
import { words } from '../../history/core/words'
import { STOP_WORDS } from './stop-words'

/** What is looked for: a word, or a run of characters of a script without spaces (天气), which stand side by side. */
export interface Term {
  readonly parts: readonly string[]
}

const LONGEST_QUESTION = 500
/** A question has few words; a pasted page must not become a query of a thousand. */
const MOST_TERMS = 16
/** From here on a word may go on: "frist" also finds "fristen". */
const OPEN_FROM = 4

/** The words of a question that mean something, each once; all of them where none does. */
export function termsOf(question: string): readonly Term[] {
  const all = runs(firstCharacters(question, LONGEST_QUESTION))
  const telling = all.filter(({ parts: [first = '', ...rest] }) => rest.length > 0 || !STOP_WORDS.has(first))
  return (telling.length > 0 ? telling : all).slice(0, MOST_TERMS)
}

/** A run without spaces is a sentence, of which no word is known: every two that touch may be one. */
const pairsOf = (parts: readonly string[]): readonly (readonly string[])[] => (parts.length <= 2 ? [parts].filter(({ length }) => length > 0) : parts.slice(1).map((part, index) => [parts[index] ?? '', part]))

function runs(text: string): readonly Term[] {
  const found = new Map<string, Term>()
  for (const piece of text.split(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/u)) {
    const parts = Array.from(words(piece), ({ folded }) => folded)
    for (const pair of pairsOf(parts)) found.set(pair.join(' '), { parts: pair })
  }
  return [...found.values()]
}

const isWord = ({ parts: [first = '', ...rest] }: Term): boolean => rest.length === 0 && first.length >= OPEN_FROM

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** In FTS5's syntax, with nothing of the question outside of quotes. */
export const termExpression = (term: Term): string => `${quoted(term.parts.join(' '))}${isWord(term) ? ' *' : ''}`

export const anyExpression = (terms: readonly Term[]): string => terms.map(termExpression).join(' OR ')

/** A part of a word, by all its runs of three characters; null: it is too short, or no single word. */
export function partExpression({ parts: [word = '', ...rest] }: Term): string | null {
  const characters = Array.from(word)
  if (rest.length > 0 || characters.length < OPEN_FROM) return null
  const threes = new Set(characters.slice(2).map((_, index) => characters.slice(index, index + 3).join('')))
  return [...threes].map(quoted).join(' AND ')
}

/** How many of the terms stand in a text, as the index has it: folded words with a space between them. `inside`: a part of a word counts, too. */
export function termsIn(terms: readonly Term[], folded: string, inside: boolean): number {
  const text = ` ${folded} `
  return terms.filter((term) => {
    const run = term.parts.join(' ')
    return inside && isWord(term) ? text.includes(run) : text.includes(isWord(term) ? ` ${run}` : ` ${run} `)
  }).length
}

/** Of six words of a question two must be in a passage for it to be about the same thing. */
const SHARE = 0.3
/** Half of what touches is no word. */
const WEIGHT_OF_PAIR = 0.5
export const enoughOf = (terms: readonly Term[]): number => Math.max(1, Math.ceil(SHARE * terms.reduce((sum, { parts }) => sum + (parts.length > 1 ? WEIGHT_OF_PAIR : 1), 0)))
