import { characterStart } from '../../../../shared/text/characters'

/**
 * How many leading characters of `text` were heard when `heardSamples` of `receivedSamples` were rendered: in proportion,
 * back to the end of the last whole word. Never claims more than was heard. Null: all of it.
 */
export function heardChars(text: string, heardSamples: number, receivedSamples: number): number | null {
  if (receivedSamples > 0 && heardSamples >= receivedSamples) return null
  if (receivedSamples <= 0 || heardSamples <= 0) return 0
  return wordEnd(text, Math.floor((text.length * heardSamples) / receivedSamples))
}

const SPACE = /\s/
const LAST_WORD = /\S*$/

/** The end of the last word that is whole within the first `limit` characters; `limit` itself where no words are told apart. */
function wordEnd(text: string, limit: number): number {
  if (limit >= text.length || SPACE.test(text.charAt(limit))) return text.slice(0, limit).trimEnd().length
  if (!SPACE.test(text)) return characterStart(text, limit)
  const start = text.slice(0, limit).search(LAST_WORD)
  return text.slice(0, start).trimEnd().length
}
