import type { Section } from './document'

const FENCE = /^ {0,3}(```+|~~~+)/u
const HEADING = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/u
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/u
const IS_WORDS = /[\p{L}\p{N}]/u

/** Cut at its headings; what stands in a fence is no heading. Front matter is text like any other. */
export function markdownSections(text: string, page: number | null = null): Section[] {
  const sections: Section[] = []
  let headings: readonly string[] = []
  let lines: string[] = []
  let fence: string | null = null
  const end = (level: number, words: string): void => {
    sections.push({ text: lines.join('\n'), headings: headings.filter((each) => each !== ''), page })
    lines = []
    headings = [...Array.from({ length: level - 1 }, (_, index) => headings[index] ?? ''), words]
  }
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null
    const [, hashes = '', words = ''] = (fence === null && HEADING.exec(line)) || []
    const above = lines.at(-1) ?? ''
    const under = fence === null ? UNDERLINE.exec(line)?.[1] : undefined
    if (hashes !== '') end(hashes.length, words)
    else if (under !== undefined && IS_WORDS.test(above) && (lines.at(-2) ?? '').trim() === '' && above.length < 200) {
      lines.pop()
      end(under.startsWith('=') ? 1 : 2, above.trim())
    } else lines.push(line)
  }
  end(1, '')
  return sections.filter((section) => section.text.trim() !== '')
}
