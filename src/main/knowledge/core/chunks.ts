import { characterStart, firstCharacters } from '../../../shared/text/characters'
import { plainLine, withoutUnseen } from '../../../shared/text/plain-line'
import type { Chunk, Document, Section } from './document'
import { CHUNK_LIMITS } from './limits'

const { least, most, overlap, small, headingChars } = CHUNK_LIMITS
const BETWEEN = ' › '

/** Pieces of 800 to 1,200 characters that never cross a heading or a page, but for sections too small to stand alone. */
export function chunksOf({ sections }: Document): Chunk[] {
  return merged(sections.map(clean).filter(({ text }) => text !== '')).flatMap(cut)
}

/** What is not seen in a document must not be read out of it either. */
function clean({ text, headings, page }: Section): Section {
  const plain = withoutUnseen(text).replace(/\r\n?/gu, '\n').replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{3,}/gu, '\n\n').trim()
  return { text: plain, headings: headings.map((each) => plainLine(each).trim()).filter((each) => each !== ''), page }
}

/** A table of contents or a list of dates would else be found line by line. */
function merged(sections: readonly Section[]): readonly Section[] {
  const all: Section[] = []
  for (const section of sections) {
    const last = all.at(-1)
    if (last !== undefined && last.text.length < small && last.page === section.page) all[all.length - 1] = together(last, section)
    else all.push(section)
  }
  return all
}

function together(first: Section, second: Section): Section {
  const shared = first.headings.filter((heading, index) => second.headings[index] === heading)
  const headings = shared.length > 0 || first.headings.length === 0 ? shared : first.headings
  const own = second.headings.slice(shared.length).join(BETWEEN)
  const above = headings === shared ? first.headings.slice(shared.length).join(BETWEEN) : ''
  return { text: [above, first.text, own, second.text].filter((part) => part !== '').join('\n'), headings, page: first.page }
}

function cut({ text, headings, page }: Section): Chunk[] {
  const heading = headings.length === 0 ? null : firstCharacters(headings.join(BETWEEN), headingChars)
  const chunks: Chunk[] = []
  let start = 0
  let shared = 0
  for (;;) {
    const end = text.length - start <= most ? text.length : endOf(text, start)
    chunks.push({ body: text.slice(start, end), heading, page, overlap: shared })
    if (end === text.length) return chunks
    const next = startOf(text, start, end)
    shared = end - next
    start = next
  }
}

/** Where people would cut first: between paragraphs, sentences, lines, words; then anywhere but inside a character. */
const BREAKS = [/\n\n/gu, /[.!?…][)"'»”]*\s|[。！？]/gu, /\n/gu, /\s/gu]

function endOf(text: string, start: number): number {
  const window = text.slice(start + least, start + most)
  for (const kind of BREAKS) {
    const last = [...window.matchAll(kind)].at(-1)
    if (last !== undefined) return start + least + last.index + last[0].length
  }
  return Math.max(start + least, characterStart(text, start + most))
}

/** A little before the end of the one before, at the beginning of a word. */
function startOf(text: string, start: number, end: number): number {
  const from = end - overlap
  const space = text.slice(from, end - 1).search(/\s/u)
  const at = space === -1 ? characterStart(text, from) : from + space + 1
  return at > start && at < end ? at : end
}
