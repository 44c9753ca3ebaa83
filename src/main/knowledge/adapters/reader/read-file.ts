import { chunksOf } from '../../core/chunks'
import type { Chunk, Document, Section } from '../../core/document'
import { type FileKind, looksLikeKey } from '../../core/file-kind'
import type { UnreadReason } from '../../../../shared/knowledge/passages'
import { firstCharacters } from '../../../../shared/text/characters'
import { FILE_LIMITS } from '../../core/limits'
import { indexed } from '../../../history/core/words'
import { readCsv } from './formats/csv'
import { readDocx } from './formats/docx'
import { readEpub } from './formats/epub'
import { readHtml } from './formats/html'
import { readPdf } from './formats/pdf'
import { readMarkdown, readText } from './formats/plain'
import type { Pace, Reader } from './reader'
import { Unread } from './unread'

const READERS: Readonly<Record<FileKind, Reader>> = { pdf: readPdf, docx: readDocx, markdown: readMarkdown, text: readText, csv: readCsv, html: readHtml, epub: readEpub }

/** A chunk with its words as the index keeps them: folding them takes long enough not to be done beside a search. */
export interface ReadChunk extends Chunk {
  readonly words: string
  readonly headingWords: string
}

export type ReadOutcome = { readonly kind: 'read'; readonly chunks: readonly ReadChunk[]; readonly partly: UnreadReason | null } | { readonly kind: 'unread'; readonly reason: UnreadReason }

const withWords = (chunk: Chunk): ReadChunk => ({ ...chunk, words: indexed(chunk.body), headingWords: chunk.heading === null ? '' : indexed(chunk.heading) })

/** A small file may say much more than it holds: the names of columns in each row. */
function bounded({ sections, partly }: Document): Document {
  let left: number = FILE_LIMITS.chars
  const kept = sections.map((section): Section => {
    const text = firstCharacters(section.text, left)
    left -= text.length
    return { ...section, text }
  })
  return { sections: kept, partly: sections.some(({ text }, index) => text.length > (kept[index]?.text.length ?? 0)) ? 'too-long' : partly }
}

/** Never throws: whatever a parser throws at a file, that file is damaged. */
export async function readFile(kind: FileKind, bytes: Uint8Array, pace: Pace): Promise<ReadOutcome> {
  try {
    if (looksLikeKey(new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)))) throw new Unread('secret')
    const document = bounded(await READERS[kind](bytes, pace))
    const chunks = chunksOf(document)
    if (chunks.length === 0) throw new Unread(document.partly ?? 'no-text')
    return { kind: 'read', partly: document.partly, chunks: chunks.map(withWords) }
  } catch (cause) {
    return { kind: 'unread', reason: cause instanceof Unread ? cause.reason : cause instanceof RangeError && cause.message.includes('memory') ? 'out-of-memory' : 'damaged' }
  }
}
