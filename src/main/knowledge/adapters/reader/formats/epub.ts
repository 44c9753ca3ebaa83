import { posix } from 'node:path'
import { DOMParser } from 'linkedom'
import type { Section } from '../../../core/document'
import { FILE_LIMITS } from '../../../core/limits'
import { decode } from '../decode'
import { markupSections } from '../markup'
import type { Reader } from '../reader'
import { Unread } from '../unread'
import { unzip } from '../zip'

const wanted = (name: string): boolean => /\.(x?html?|opf|xml)$/iu.test(name)

/** Its chapters in the order in which they are read. https://www.w3.org/TR/epub-33/#sec-package-doc */
export const readEpub: Reader = (bytes, pace) => {
  const parts = unzip(bytes, wanted)
  if (parts.has('META-INF/encryption.xml') && !parts.has('META-INF/container.xml')) throw new Unread('locked')
  const sections: Section[] = []
  let chars = 0
  for (const name of spineOf(parts)) {
    pace.wait()
    if (pace.late) return { sections, partly: 'too-slow' }
    if (chars > FILE_LIMITS.chars) return { sections, partly: 'too-long' }
    const chapter = markupSections(decode(parts.get(name) ?? new Uint8Array()), 'all')
    chars += chapter.reduce((sum, { text }) => sum + text.length, 0)
    sections.push(...chapter)
  }
  return { sections, partly: null }
}

const xml = (parts: ReadonlyMap<string, Uint8Array>, name: string) => {
  const part = parts.get(name)
  if (part === undefined) throw new Unread('damaged')
  return new DOMParser().parseFromString(decode(part), 'text/xml')
}

function spineOf(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const root = xml(parts, 'META-INF/container.xml').querySelector('rootfile')?.getAttribute('full-path')
  if (root === null || root === undefined) throw new Unread('damaged')
  const opf = xml(parts, root)
  const hrefs = new Map([...opf.querySelectorAll('manifest > item')].map((item) => [item.getAttribute('id') ?? '', item.getAttribute('href') ?? '']))
  const refs = [...opf.querySelectorAll('spine > itemref')].map((ref) => hrefs.get(ref.getAttribute('idref') ?? '') ?? '')
  return refs.map((href) => posix.join(posix.dirname(root), decodeURIComponent(href))).filter((name) => parts.has(name))
}
