import { joinWords } from '../realtime/join-words'

/** The words of one content part of an answer: what is complete, and what has grown since. */
interface PartWords {
  readonly complete: string
  /** With the space before it, if there must be one: a long text is not looked at anew for each word. */
  readonly inProgress: string
  /** What was completed last: it may be told twice. */
  readonly last: string
  /** What was completed before its deltas came: they may still tell it. Empty while something grows. */
  readonly ahead: string
  /** What the deltas have told again of that, not shown a second time. */
  readonly echo: string
}

/** An answer's words by content part. */
export type AnswerWords = ReadonlyMap<number, PartWords>

const NOTHING: PartWords = { complete: '', inProgress: '', last: '', ahead: '', echo: '' }

/** An answer that was announced with words goes on from there. */
export const wordsFrom = (text: string): AnswerWords => (text === '' ? new Map() : new Map([[0, { ...NOTHING, inProgress: text }]]))

const textOfPart = ({ complete, inProgress }: PartWords): string => complete + inProgress

export const textOf = (words: AnswerWords): string =>
  [...words.keys()].toSorted((a, b) => a - b).reduce((text, part) => joinWords(text, textOfPart(words.get(part) ?? NOTHING)), '')

const behind = (complete: string, delta: string): string => joinWords(complete.slice(-1), delta).slice(complete === '' ? 0 : 1)

const more = (known: PartWords, delta: string): PartWords => ({
  ...known,
  inProgress: known.inProgress === '' ? behind(known.complete, delta) : known.inProgress + delta,
  ahead: '',
  echo: '',
})

const withPart = (words: AnswerWords, part: number, change: (known: PartWords) => PartWords): AnswerWords =>
  new Map(words).set(part, change(words.get(part) ?? NOTHING))

export const grown = (words: AnswerWords, part: number, delta: string): AnswerWords =>
  delta === '' ? words : withPart(words, part, (known) => (known.ahead === '' && known.echo === '' ? more(known, delta) : retold(known, delta)))

const isWithinWord = (before: string, after: string): boolean => /[\p{L}\p{N}]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}]/u.test(after)

/** A delta behind words that were complete before it: it tells them again, goes on from them, or is something else. */
function retold(known: PartWords, delta: string): PartWords {
  const due = known.ahead.trimStart()
  const words = delta.trimStart()
  if (due !== '' && due.startsWith(words)) return { ...known, ahead: due.slice(words.length), echo: known.echo + delta }
  const echo = known.echo + due
  const rest = due === '' ? delta : words.slice(due.length)
  if (words.startsWith(due) && !isWithinWord(echo, rest)) return more(known, rest)
  return more(known, known.echo + delta)
}

/** All words since the last time a server said so; some say it for each sentence, some for the whole part. */
export const completed = (words: AnswerWords, part: number, said: string): AnswerWords => withPart(words, part, (known) => completedPart(known, said))

/** The part is over and says its words once more; they count where nothing else has completed them. */
export const completedOnce = (words: AnswerWords, part: number, said: string): AnswerWords =>
  (words.get(part) ?? NOTHING).complete === '' ? completed(words, part, said) : words

function completedPart(known: PartWords, said: string): PartWords {
  const { complete, inProgress, last, ahead, echo } = known
  const own = said.trim() === '' ? inProgress : said
  const isNew = inProgress.trim() !== '' && inProgress.trim() === own.trim()
  if (!isNew && inProgress === '' && (own === last || (echo !== '' && own.trim() === echo.trim()))) return { ...known, echo: '' } // told twice
  const isWhole = complete !== '' && own.startsWith(complete) && !isNew
  const untold = withoutStart(isWhole ? own.slice(complete.length) : own, inProgress)
  return { complete: isWhole ? own : joinWords(complete, own), inProgress: '', last: own, ahead: joinWords(ahead, untold), echo: '' }
}

/** What deltas have not told of a text yet; nothing where they told another one. */
function withoutStart(text: string, known: string): string {
  const start = known.trim()
  return text.trimStart().startsWith(start) ? text.trimStart().slice(start.length) : ''
}
