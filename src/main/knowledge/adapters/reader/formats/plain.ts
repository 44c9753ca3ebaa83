import { markdownSections } from '../../../core/markdown'
import type { Section } from '../../../core/document'
import { decode, limited } from '../decode'
import type { Reader } from '../reader'

export const readMarkdown: Reader = (bytes) => {
  const { text, partly } = limited(decode(bytes))
  return { sections: markdownSections(text), partly }
}

/** A form feed is a page break, where there is one. */
export const readText: Reader = (bytes) => {
  const { text, partly } = limited(decode(bytes))
  const pages = text.split('\f')
  const sections = pages.map((page, index): Section => ({ text: page, headings: [], page: pages.length > 1 ? index + 1 : null }))
  return { sections, partly }
}
