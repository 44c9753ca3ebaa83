/** A lone carriage return ends a line in Markdown, too. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/u)

/** An indented fence may belong to a list and end with it, unclosed: where one might be, none counts. */
const isDoubtful = (line: string): boolean => /(`{3}|~{3})/u.test(line) && !/^(`{3,}[^`]*|~{3,}.*)$/u.test(line)

/** What would become a heading, a quote or a rule of this document, an element, an image, or a link that nobody wrote as one. */
export const inertLine = (line: string): string =>
  line
    .replace(/(\\*)</gu, (whole, before: string) => (before.length % 2 === 1 ? whole : `${before}\\<`))
    .replaceAll('![', '!\\[')
    .replace(/(https?|ftp):\/\//giu, '$1\\://')
    .replace(/www\./giu, (word) => `${word.slice(0, -1)}\\.`)
    .replace(/^(\s*)(#|>|[-=_*]{3,}\s*$)/u, '$1\\$2')

const withoutFence = (line: string): string => line.replace(/`{3}|~{3}/gu, (run) => `\\${run[0] ?? ''}\\${run[0] ?? ''}\\${run[0] ?? ''}`)

/** Where code begins: at the very beginning of a line. The info string behind backticks has none (spec.commonmark.org, "Fenced code blocks"). */
const opening = (line: string): string => /^(?:(`{3,})(?!.*`)|(~{3,}))/u.exec(line)?.slice(1).join('') ?? ''

const closes = (line: string, fence: string): boolean => /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1]?.startsWith(fence) === true

/** Words that were written as Markdown, made harmless: opening the document fetches nothing, runs nothing, and keeps its headings. */
export function inertMarkdown(text: string): string {
  const lines = linesOf(text)
  if (lines.some(isDoubtful)) return lines.map(inertLine).map(withoutFence).join('\n')
  if (!lines.some((line) => opening(line) !== '')) return lines.map(inertLine).join('\n')
  let fence = ''
  const inert = lines.map((line) => {
    const before = fence
    if (before === '') fence = opening(line)
    else if (closes(line, before)) fence = ''
    return before === '' && fence === '' ? inertLine(line) : line
  })
  return `${[...inert, fence].join('\n').trimEnd()}\n` // one left open, or written on behind its end, would take in what other people said
}

/** The same for text that is no block of its own: here no fence counts. */
export const inertLines = (text: string): string => linesOf(text).map(inertLine).join('\n')
