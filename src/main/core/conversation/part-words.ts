import { joinWords } from '../realtime/join-words'

/** The words of one content part of an answer: what is complete, and what has grown since. */
interface PartWords {
  readonly complete: string
  /** With the space before it, if there must be one: a long text is not looked at anew for each word. */
  readonly growing: string
  /** What was completed last: it may be told twice. */
  readonly last: string
}

/** An answer's words by content part. */
export type AnswerWords = ReadonlyMap<number, PartWords>

const NOTHING: PartWords = { complete: '', growing: '', last: '' }

/** An answer that was announced with words goes on from there. */
export const wordsFrom = (text: string): AnswerWords => (text === '' ? new Map() : new Map([[0, { ...NOTHING, growing: text }]]))

export const textOf = (words: AnswerWords): string =>
  [...words.keys()].toSorted((a, b) => a - b).reduce((text, part) => joinWords(text, textOfPart(words.get(part) ?? NOTHING)), '')

export const grown = (words: AnswerWords, part: number, delta: string): AnswerWords =>
  delta === '' ? words : withPart(words, part, (known) => ({ ...known, growing: known.growing === '' ? behind(known.complete, delta) : known.growing + delta }))

/** All words since the last time a server said so; some say it for each sentence, some for the whole part. */
export const completed = (words: AnswerWords, part: number, said: string): AnswerWords => withPart(words, part, (known) => completedPart(known, said))

function completedPart({ complete, growing, last }: PartWords, said: string): PartWords {
  const own = said.trim() === '' ? growing : said
  const isNew = growing.trim() !== '' && growing.trim() === own.trim()
  if (!isNew && growing === '' && own === last) return { complete, growing, last } // told twice
  const isWhole = complete !== '' && own.startsWith(complete) && !isNew
  return { complete: isWhole ? own : joinWords(complete, own), growing: '', last: own }
}

const behind = (complete: string, delta: string): string => joinWords(complete.slice(-1), delta).slice(complete === '' ? 0 : 1)

const textOfPart = ({ complete, growing }: PartWords): string => complete + growing

const withPart = (words: AnswerWords, part: number, change: (known: PartWords) => PartWords): AnswerWords =>
  new Map(words).set(part, change(words.get(part) ?? NOTHING))
