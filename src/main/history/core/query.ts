import { firstCharacters } from '../../../shared/text/characters'
import { words } from './words'

/** Words that must stand side by side. `open`: the last one may go on, because the person may still be typing it. */
export interface Phrase {
  readonly words: readonly string[]
  readonly open: boolean
}

/** More than anybody types; a pasted page must not become a query of a thousand terms. */
const MOST_PHRASES = 24
const LONGEST_QUERY = 500

/**
 * What a person typed, as phrases that must all occur. What stands between spaces is one phrase, so "e-mail" means both parts
 * side by side and 天气 both characters. Nothing in it is ever an operator.
 */
export function phrasesOf(text: string): readonly Phrase[] {
  const parts = firstCharacters(text, LONGEST_QUERY).split(/\s+/u)
  const found = parts.map((part) => Array.from(words(part), (word) => word.folded)).filter((part) => part.length > 0)
  return found.slice(0, MOST_PHRASES).map((part, index, { length }) => ({ words: part, open: index === length - 1 }))
}

/** The phrases in FTS5's syntax. A folded word holds letters, digits and emoji only: there is nothing to escape. */
export const matchExpression = (phrases: readonly Phrase[]): string =>
  phrases.map((phrase) => `"${phrase.words.join(' ')}"${phrase.open ? ' *' : ''}`).join(' AND ')
