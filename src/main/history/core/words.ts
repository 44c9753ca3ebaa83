import { firstCharacters } from '../../../shared/text/characters'

/**
 * Which words a text is made of, for the search: the same cutting and folding for what is stored, what is asked and what is
 * marked, so that the three can never disagree. (SQLite's own tokenizers take Hindi and Arabic words apart at their vowel signs
 * and keep a Chinese sentence as one word.)
 */

/** `folded` is what is compared; `start` and `end` are where it stands in the text, in UTF-16 units, on character boundaries. */
export interface Word {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** No word of a language is longer; a page of base64 is cut. */
const LONGEST = 64

/** A letter, digit or emoji with all that hangs on it; a run of ASCII goes in one step, because most text is that. */
const CLUSTER = /(?:[A-Za-z0-9]+|[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}])[\p{M}\p{EMod}\u00AD\u200C\u200D]*/gu
const ASCII = /^[A-Za-z0-9]+$/
/** Written without spaces: each character is a word, and a run of them is searched as a phrase. */
const SPACELESS =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
const EMOJI = /^[\p{Extended_Pictographic}\p{RI}]/u
/** Where a mark is an accent or a point that many leave out; in other scripts it is a vowel and part of the word. */
const ACCENTED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u
const MARKS = /\p{M}/gu
/** The Arabic tatweel only segments a word. */
const NOT_COMPARED = /[^\p{L}\p{N}\p{M}]|\u0640/gu
/** Letters that Unicode does not take apart, though people type them without their stroke. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', æ: 'ae', œ: 'oe', þ: 'th' }
const STROKED = /[øđðłħæœþ]/g

/** The words of `text` in their order; lazily, because the marking of a long text stops early. */
export function* words(text: string): Generator<Word> {
  for (const word of runs(text)) {
    if (word.folded !== '') yield word.folded.length <= LONGEST ? word : { ...word, folded: Array.from(word.folded).slice(0, LONGEST).join('') }
  }
}

const isAlone = (cluster: string): boolean => !ASCII.test(cluster) && (SPACELESS.test(cluster) || EMOJI.test(cluster))

/** Letters that touch are one word. */
function* runs(text: string): Generator<Word> {
  let folded = ''
  let start = 0
  let end = 0
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const isSingle = isAlone(cluster)
    if (isSingle || index !== end) {
      yield { folded, start, end }
      folded = ''
      start = index
    }
    end = index + cluster.length
    if (!isSingle) {
      folded += fold(cluster)
      continue
    }
    for (const single of alone(cluster)) yield { folded: single, start: index, end }
    start = end
  }
  yield { folded, start, end }
}

/** A book of a thousand pages; a longer text is found by what stands there. Cutting it takes a tenth of a second, in which nothing else is answered. */
export const INDEXED_CHARS = 1_000_000

/** What the index keeps of a text: folded words with a space between them. */
export const indexed = (text: string): string => Array.from(words(firstCharacters(text, INDEXED_CHARS)), (word) => word.folded).join(' ')

/** Composed, or か with a separate voicing mark would not be が. */
function alone(cluster: string): readonly string[] {
  if (EMOJI.test(cluster)) return [String.fromCodePoint(cluster.codePointAt(0) ?? 0)]
  return Array.from(cluster.normalize('NFKC').toLowerCase().replace(NOT_COMPARED, ''))
}

function fold(cluster: string): string {
  if (ASCII.test(cluster)) return cluster.toLowerCase()
  // Upper first: ß and ς have no other way to meet SS and σ.
  const plain = cluster.normalize('NFKD').toUpperCase().toLowerCase().replace(NOT_COMPARED, '').replace(STROKED, (letter) => PLAIN[letter] ?? letter)
  return ACCENTED.test(cluster) ? plain.replace(MARKS, '') : plain
}
