/** As an answer calls what it rests on. */
export interface Cites {
  /** In square brackets, as the model is told to: meant as a source, whether it was given or not. */
  readonly marked: readonly string[]
  /** In round ones, or alone in the last sentence, as it is said aloud: a source only where it is one that was given. */
  readonly loose: readonly string[]
}

const SIGN = /[A-Z]{1,2}\d{1,2}(?![\p{L}\p{N}])/giu
/** One sign or more, and no other word before them. */
const SQUARE = /[[【]\s*([a-z]{1,2}\d{1,2}(?![\p{L}\p{N}])(?:[\s,;/–-]*[a-z]{1,2}\d{1,2}(?![\p{L}\p{N}]))*)[^\]】]{0,80}[\]】]/giu
const ROUND = /\(\s*([A-Z]{1,2}\d{1,2}(?:\s*[,;]\s*[A-Z]{1,2}\d{1,2})*)\s*\)/gu
const LAST_SENTENCE = /(?:^|[.!?…]["”“]?\s+)([A-Z]{1,2}\d{1,2}(?:\s*,\s*[A-Z]{1,2}\d{1,2})*)[.!]?\s*$/gu

const signsOf = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, signs = '']) => [...signs.matchAll(SIGN)].map(([sign]) => sign.toUpperCase())))]

/** "A4" in the midst of a sentence is a sheet of paper. */
export const citesIn = (text: string): Cites => ({ marked: signsOf(text, SQUARE), loose: [...signsOf(text, ROUND), ...signsOf(text, LAST_SENTENCE)] })

interface InFile {
  readonly folder: string
  readonly path: string
  readonly file: string
}

const plain = (text: string): string => text.toLowerCase().normalize('NFC')
const words = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const QUOTED = /["“”„«»`]([^"“”„«»`]{1,200})["“”„«»`]/gu

/** A word alone, "Notes", may be quoted for itself. */
const titlesIn = (text: string): ReadonlySet<string> => new Set([...text.matchAll(QUOTED)].map(([, title = '']) => words(title)).filter((title) => title.includes(' ')))

const isOne = (file: string, given: readonly InFile[]): boolean => new Set(given.filter((each) => each.file === file).map(({ folder, path }) => JSON.stringify([folder, path]))).size === 1

/** What is of a file whose whole name stands in the text, ending and all, or whose title is quoted there. A name that two files share names neither. */
export function namedIn<T extends InFile>(text: string, given: readonly T[]): readonly T[] {
  const files = [...new Set(given.map(({ file }) => file))].filter((file) => isOne(file, given))
  const named = new Set([...wholeNames(text, files), ...quotedNames(text, files)])
  return given.filter(({ file }) => named.has(file))
}

function quotedNames(text: string, files: readonly string[]): readonly string[] {
  const titles = titlesIn(text)
  return titles.size === 0 ? [] : files.filter((file) => titles.has(words(file.replace(/\.[^.]+$/u, ''))))
}

/** The longest first: "Old Notes.md" does not name "Notes.md". */
function wholeNames(text: string, files: readonly string[]): readonly string[] {
  let left = plain(text)
  return [...files].sort((one, other) => other.length - one.length).filter((file) => {
    const without = withoutName(left, plain(file))
    const isThere = without !== left
    left = without
    return isThere
  })
}

const WORD_BEFORE = /[\p{L}\p{N}_-]$/u
const WORD_BEHIND = /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u

/** Without those that stand for themselves, "my-notes.md" is another file. */
function withoutName(text: string, name: string): string {
  let rest = text
  let kept = ''
  for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name)) {
    const behind = rest.slice(at + name.length)
    const stands = !WORD_BEFORE.test(kept + rest.slice(0, at)) && !WORD_BEHIND.test(behind)
    kept += rest.slice(0, at) + (stands ? '\n' : name)
    rest = behind
  }
  return kept + rest
}
